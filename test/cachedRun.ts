import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decideProject, withPool } from '../src/engine/decideProject.ts';
import { findInputs, openProject, type Project } from '../src/engine/project.ts';
import { statsReport } from '../src/engine/statsReport.ts';
import { SILENT, type Survey, type SurveyedFile } from '../src/engine/surveyLogs.ts';
import { SIGNATURE_BYTES } from '../src/measures/minhash.ts';
import type { Column } from '../src/pipeline/columns.ts';
import { columnsOf, exchangeColumnsOf } from '../src/pipeline/digest.ts';
import { feedbackColumnsOf } from '../src/pipeline/feedback/feedbackRows.ts';
import { quarantinedLines } from '../src/pipeline/quarantine.ts';
import { SAMPLE } from './commands/logs.ts';
import { Workdir } from './commands/workdir.ts';

/** A data folder whose logs are read in this process, again and again. */
export class CachedLogs extends Workdir {
  readonly data = join(this.path, 'data');
  readonly cache = join(this.data, '.curate/cache');

  /** Writes logs by their names. */
  logs(files: Parameters<Workdir['write']>[0]): this {
    return this.write(
      Object.fromEntries(Object.entries(files).map(([name, content]) => [`data/training_logs/${name}`, content])),
    );
  }

  /** Puts files of the bundled sample here whose names begin so. */
  sample(...beginnings: string[]): this {
    for (const name of readdirSync(SAMPLE)) {
      if (beginnings.some((beginning) => name.startsWith(beginning)))
        cpSync(new URL(name, SAMPLE), join(this.data, 'training_logs', name));
    }
    return this;
  }

  /** The digests in the cache, or what else ends so, as paths. */
  digests(ending = '.digest'): string[] {
    return this.list('data/.curate/cache')
      .filter((name) => name.endsWith(ending))
      .map((name) => join(this.cache, name));
  }

  /** A project over these logs, with the config `yaml` when there is one. */
  project(cache: 'use' | 'read' | 'off' = 'use', yaml?: string): Promise<Project> {
    if (yaml === undefined) return openProject({ data: this.data, cache });
    this.write({ 'config.yaml': yaml });
    return openProject({ data: this.data, cache, config: join(this.path, 'config.yaml') });
  }

  /** Reads all logs anew. */
  cold(yaml?: string): Promise<Told> {
    return tellAll(this.project('off', yaml)).then(({ told }) => told);
  }
}

export interface Told {
  readonly columns: readonly string[];
  readonly labels: unknown;
  readonly counts: unknown;
  readonly files: unknown;
  readonly report: unknown;
}

/** What a run read of the raw logs. */
export interface Reading {
  /** `file start-end` of every range that was surveyed. */
  readonly ranges: readonly string[];
  /** How often a file was hashed. */
  readonly hashes: number;
}

/** What befalls the logs during a run. */
export interface Disturbance {
  /** Awaited before a file is hashed. */
  readonly hash?: () => Promise<void>;
  /** Called when a range was surveyed. */
  readonly surveyed?: () => void;
}

/** Surveys and decides; everything that came of it in a form that can be compared, and what was read for it. */
export async function tellAll(
  opened: Project | Promise<Project>,
  disturbance: Disturbance = {},
): Promise<{ told: Told } & Reading> {
  const project = await opened;
  const inputs = await findInputs(project);
  const ranges: string[] = [];
  let hashes = 0;
  return withPool(inputs, 0, async (pool) => {
    const note = ({ file, range }: { file: { name: string }; range: { start: number; end: number } }): void => {
      ranges.push(`${file.name} ${range.start}-${range.end}`);
    };
    const watched: typeof pool = {
      ...pool,
      survey: async (task) => {
        note(task);
        const result = await pool.survey(task);
        disturbance.surveyed?.();
        return result;
      },
      feedback: (task) => {
        note(task);
        return pool.feedback(task);
      },
      hash: async (task) => {
        hashes += 1;
        await disturbance.hash?.();
        return pool.hash(task);
      },
    };
    const decided = await decideProject(project, inputs, watched, SILENT);
    const told = { ...(await tell(decided.survey)), report: JSON.stringify(statsReport(project, decided)) };
    return { told, ranges, hashes };
  });
}

async function tell({ digest, feedback, files, feedbackFiles, firstRow, counts, feedbackCounts }: Survey) {
  const { rows, count, exchanges, exchangeCount, labels, changed, cut } = digest;
  const columns = [
    ...columnsOf(rows).map((column) => cutTo(column, column === rows.signatures ? count * SIGNATURE_BYTES : count)),
    ...exchangeColumnsOf(exchanges).map((column) => cutTo(column, exchangeCount)),
    ...feedbackColumnsOf(feedback.rows).map((column) => cutTo(column, feedback.count)),
    cutTo(changed, changed.length),
    cutTo(cut, cut.length),
  ];
  const all = await Promise.all([...files, ...feedbackFiles].map(tellFile));
  return { columns, labels, counts: { counts, feedbackCounts, count, exchangeCount, firstRow }, files: all };
}

async function tellFile({ file: { name, bytes }, counts, quarantine, sha256 }: SurveyedFile) {
  return { name, bytes, counts: { ...counts }, quarantine: [...quarantinedLines(quarantine)], sha256: await sha256() };
}

function cutTo(column: Column, count: number): string {
  const part = column.subarray(0, count);
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('base64');
}
