import { randomUUID } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../config/config.ts';
import { FORMAT_NAMES, knownFormat } from '../../engine/export/knownFormats.ts';
import type { ProjectOptions } from '../../engine/project.ts';
import type { ExportJob, ExportJobs } from '../context.ts';
import type { EventBus } from '../eventBus.ts';
import { Refusal } from '../refusal.ts';
import { type ExportRequest, exportIn, type RunningExport, type StartExport } from './exportChild.ts';
import { ExportsOnDisk, type FoundExport, fileOf } from './exportsOnDisk.ts';

/** Ours: so many formats may be wanted at once; more of them are a loop that went wild. */
const MOST_WAITING = 10;
/** Ours: a day's work of somebody who tries settings. */
const MOST_REMEMBERED = 100;

/** Who starts exports, and the clock, for tests. */
export interface ExportSettings {
  readonly startExport?: StartExport;
  readonly now?: () => Date;
}

/**
 * Exports of a data folder: those that stand there, whoever made them, and those that are asked for here, one at a time.
 * @param options the folder, as every command has it
 * @param events is told when one begins and ends
 */
export function openExportJobs(
  options: ProjectOptions,
  config: Pick<Config, 'export'>,
  events: EventBus,
  { startExport = exportIn(options), now = () => new Date() }: ExportSettings = {},
): ExportJobs {
  const disk = new ExportsOnDisk(join(resolve(options.data), 'curated'));
  return new QueuedExports(disk, startExport, usualFormat(config), events, now);
}

/** What an export is called that leaves all to the config. */
function usualFormat({ export: wanted }: Pick<Config, 'export'>): string {
  return wanted.for ?? (typeof wanted.format === 'string' ? wanted.format : wanted.format.join(','));
}

/** An export that was asked for. `made`: the id of what it left on the disk. */
interface Job {
  readonly request: ExportRequest;
  shown: ExportJob;
  made: string | undefined;
}

/** Of a report, where the export went; one in several formats goes to several places, which are listed each by itself. */
const reportShape = z.looseObject({ out: z.string() });

class QueuedExports implements ExportJobs {
  readonly #disk: ExportsOnDisk;
  readonly #startExport: StartExport;
  readonly #usual: string;
  readonly #events: EventBus;
  readonly #now: () => Date;
  /** By id, in the order in which they were asked for. */
  readonly #jobs = new Map<string, Job>();
  /** Exports that stood on the disk when somebody looked, to tell those that were replaced from those that never were. */
  readonly #met = new Map<string, ExportJob>();
  #running: { readonly run: RunningExport; readonly through: Promise<void> } | undefined;
  #isClosed = false;

  constructor(disk: ExportsOnDisk, startExport: StartExport, usual: string, events: EventBus, now: () => Date) {
    this.#disk = disk;
    this.#startExport = startExport;
    this.#usual = usual;
    this.#events = events;
    this.#now = now;
  }

  async list(): Promise<readonly ExportJob[]> {
    const found = await this.#found();
    const jobs = [...this.#jobs.values()].map((job) => asItStands(job, found));
    const made = new Set([...this.#jobs.values()].map((job) => job.made));
    const others = found.filter(({ id }) => !made.has(id)).map(({ job }) => job);
    return [...others, ...jobs.reverse()].sort((one, other) => (one.requested < other.requested ? 1 : -1));
  }

  async find(id: string): Promise<ExportJob | undefined> {
    const found = await this.#found();
    const job = this.#jobs.get(id);
    if (job !== undefined) return asItStands(job, found);
    return found.find((one) => one.id === id)?.job ?? this.#met.get(id);
  }

  async start({ format: asked, container }: ExportRequest): Promise<ExportJob> {
    if (this.#isClosed) throw new Refusal(503, 'The service is about to stop.');
    const format = asked === undefined ? undefined : knownFormat(asked);
    if (asked !== undefined && format === undefined) throw unknownFormat();
    const waiting = [...this.#jobs.values()].filter(({ shown }) => shown.status === 'waiting');
    const same = waiting.find(({ request }) => request.format === format && request.container === container);
    if (same !== undefined) return same.shown;
    if (waiting.length >= MOST_WAITING)
      throw new Refusal(429, 'Ten exports are waiting already; ask again when one is through.', [], {
        'retry-after': '30',
      });
    const job = this.#remember({ format, container });
    if (this.#running === undefined) this.#startNext();
    return job.shown;
  }

  async file(id: string, name: string): Promise<string | undefined> {
    const wanted = this.#jobs.get(id)?.made ?? id;
    const found = (await this.#found()).find((one) => one.id === wanted);
    return found && fileOf(found, name);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#jobs.values()) {
      if (job.shown.status === 'waiting') this.#end(job, { problem: 'The service was stopped before it began.' });
    }
    this.#running?.run.stop();
    await this.#running?.through;
  }

  async #found(): Promise<readonly FoundExport[]> {
    const found = await this.#disk.all();
    for (const { id, job } of found) this.#met.set(id, { ...job, status: 'replaced', files: [] });
    forgetOldest(this.#met, () => true);
    return found;
  }

  #remember(request: ExportRequest): Job {
    const id = randomUUID();
    const shown: ExportJob = {
      id,
      format: request.format ?? this.#usual,
      status: 'waiting',
      requested: this.#now().toISOString(),
      ended: null,
      report: null,
      problem: null,
      files: [],
    };
    const job = { request, shown, made: undefined };
    this.#jobs.set(id, job);
    forgetOldest(this.#jobs, ({ shown: { ended } }) => ended !== null);
    this.#tell(job);
    return job;
  }

  #startNext(): void {
    this.#running = undefined;
    const job = [...this.#jobs.values()].find(({ shown }) => shown.status === 'waiting');
    if (job === undefined || this.#isClosed) return;
    job.shown = { ...job.shown, status: 'running' };
    this.#tell(job);
    const run = this.#startExport(job.request);
    this.#running = { run, through: this.#follow(job, run) };
  }

  async #follow(job: Job, { done }: RunningExport): Promise<void> {
    const { ok, report, problem } = await done;
    const folder = reportShape.safeParse(report).data?.out;
    const found = folder === undefined ? undefined : (await this.#found()).find((one) => isIn(one, folder));
    job.made = found?.id;
    this.#end(job, { status: ok ? 'done' : 'failed', report, problem });
    this.#startNext();
  }

  #end(job: Job, how: Partial<ExportJob>): void {
    job.shown = { ...job.shown, status: 'failed', ended: this.#now().toISOString(), ...how };
    this.#tell(job);
  }

  #tell({ shown: { id, status } }: Job): void {
    this.#events.publish({ type: 'export', id, status });
  }
}

/** A job with the files that it made, as long as no other export has taken their place. */
function asItStands({ shown, made }: Job, found: readonly FoundExport[]): ExportJob {
  if (made === undefined) return shown;
  const files = found.find(({ id }) => id === made)?.job.files;
  if (files !== undefined) return { ...shown, files };
  return shown.status === 'done' ? { ...shown, status: 'replaced' } : shown;
}

function isIn({ folder }: FoundExport, out: string): boolean {
  return basename(folder) === basename(out);
}

/** Takes out the oldest of what may go, down to what is remembered. */
function forgetOldest<Value>(map: Map<string, Value>, mayGo: (value: Value) => boolean): void {
  for (const [id, value] of map) {
    if (map.size <= MOST_REMEMBERED) return;
    if (mayGo(value)) map.delete(id);
  }
}

function unknownFormat(): Refusal {
  const sentence = `There is no such format; choose one of ${FORMAT_NAMES.join(', ')}.`;
  return new Refusal(400, sentence, [{ path: 'format', message: 'not one of the formats' }]);
}
