import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { onInterrupt } from '../../cleanup.ts';
import { type Door, openDoor } from '../../collect/door.ts';
import { FOLDER_MODE } from '../../collect/openLog.ts';
import type { Config } from '../../config/config.ts';
import { lockImports } from '../../engine/importAside.ts';
import { CurateError } from '../../errors.ts';
import type { JsonObject } from '../../measures/jsonObject.ts';
import type { ProgressDisplay } from '../../report/spinner.ts';
import type { ImportReport } from '../../report/types.ts';
import type { Importer } from '../importer.ts';
import { importerNamed, recognise } from '../recognise.ts';
import { CountedDays } from './countedDays.ts';
import { type DayFile, DayFiles, type DaySink } from './dayFiles.ts';
import { EntryWork } from './entryWork.ts';
import { ImportProgress } from './importProgress.ts';
import { ImportTally } from './importTally.ts';
import { LineDoor } from './lineDoor.ts';
import { LinesThere } from './linesThere.ts';
import { readEntries, type SourceFile, sourceFile } from './sourceFile.ts';
import { type Spooled, spool } from './spool.ts';

export interface ImportRequest {
  /** Paths; `-` is `input`. */
  readonly from: readonly string[];
  readonly as?: string | undefined;
  /** The folder that holds `training_logs/`. */
  readonly data: string;
  readonly config: Config;
  readonly id_key?: string | undefined;
  readonly dry_run: boolean;
  readonly input: Readable;
  /** Is told what should not go unseen. */
  readonly warn?: (warning: string) => void;
  readonly display?: Pick<ProgressDisplay, 'update' | 'file'>;
}

/** Entries by which a file is recognised. Ours: the first may be broken; of one tool's file nearly all are alike. */
const LOOK_AT = 5;

/**
 * Turns exports of one tool into daily files: all of them, or none.
 * @throws CurateError when nothing of it can be imported
 */
export async function runImport(request: ImportRequest): Promise<ImportReport> {
  const begun = performance.now();
  const folder = join(resolve(request.data), 'training_logs');
  const spooled = request.from.includes('-') ? await spool(request.input, folder) : undefined;
  try {
    const sources = await sourcesOf(request.from, spooled);
    const importer = request.as === undefined ? await recognised(sources) : importerNamed(request.as);
    const door = openDoor(request);
    for (const warning of door.warnings) request.warn?.(warning);
    const { tally, files } = request.dry_run
      ? await readAll(request, sources, importer, door, folder, new CountedDays(folder))
      : await underLock(folder, () => readAll(request, sources, importer, door, folder, new DayFiles(folder)));
    const days = files.flatMap(({ name }) => /\d{4}-\d{2}-\d{2}/.exec(name) ?? []).sort();
    return {
      command: 'import',
      importer: importer.name,
      dry_run: request.dry_run,
      sources: sources.map(({ name: file, bytes, sha256 }) => ({ file, bytes, sha256 })),
      ...tally.report(),
      first_day: days[0] ?? null,
      last_day: days.at(-1) ?? null,
      files: files.map(({ name, lines, unchanged }) => ({ file: name, lines, unchanged })),
      seconds: (performance.now() - begun) / 1000,
    };
  } finally {
    spooled?.remove();
  }
}

/** In the order of their content, so that the order in which they are named changes nothing. */
async function sourcesOf(from: readonly string[], spooled: Spooled | undefined): Promise<SourceFile[]> {
  const sources: SourceFile[] = [];
  for (const path of new Set(from)) {
    const stdin = path === '-' && spooled !== undefined;
    const source = await sourceFile(stdin ? spooled.path : path);
    if (sources.some(({ sha256 }) => sha256 === source.sha256)) continue;
    sources.push(stdin ? { ...source, name: 'standard input' } : source);
  }
  return sources.sort((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
}

async function recognised(sources: readonly SourceFile[]): Promise<Importer> {
  const first: JsonObject[] = [];
  for (const source of sources) {
    let seen = 0;
    await readEntries(source, {
      entry: (entry) => {
        first.push(entry);
        return ++seen < LOOK_AT;
      },
      broken: () => {},
    });
  }
  return recognise(first, sources.map(({ name }) => name).join(', '));
}

async function underLock<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  const lock = lockImports(folder);
  const forget = onInterrupt(() => lock.release());
  try {
    return await work();
  } finally {
    forget();
    lock.release();
  }
}

async function readAll(
  { display }: ImportRequest,
  sources: readonly SourceFile[],
  importer: Importer,
  door: Door,
  folder: string,
  days: DaySink,
): Promise<{ tally: ImportTally; files: DayFile[] }> {
  const forget = onInterrupt(() => days.abandon());
  try {
    const suffix = `${importer.name}-${markOf(sources)}`;
    const known = await LinesThere.read(folder, importer.name, suffix, door.config.inputs.max_line_bytes);
    const tally = new ImportTally();
    const work = new EntryWork({ days, suffix, known, tally, door: new LineDoor(door, await door.people.current) });
    const reading = importer.open();
    const progress = new ImportProgress(display, sources, reading.see === undefined ? 1 : 2);
    if (reading.see !== undefined)
      for (const source of sources) {
        await readEntries(source, {
          entry: (entry) => {
            reading.see?.(entry);
            return true;
          },
          broken: () => {},
          read: (bytes) => progress.read(bytes, 0),
        });
        progress.through(source);
      }
    for (const source of sources) {
      let entries = 0;
      await readEntries(source, {
        entry: (entry, place) => {
          work.take(reading.read(entry), source.name, place);
          entries++;
          return true;
        },
        broken: (problem, place) => tally.refuse(source.name, place, problem),
        read: (bytes) => progress.read(bytes, entries),
      });
      progress.through(source);
      display?.file(source.name, entries);
    }
    if (reading.rest !== undefined) work.takeRest(reading.rest());
    refuseNothing(tally, sources, importer);
    return { tally, files: days.finish() };
  } catch (error) {
    days.abandon();
    throw error;
  } finally {
    forget();
  }
}

/** By which the files of this import are called: the beginning of the SHA-256 of the source, of several that of all theirs. */
function markOf(sources: readonly SourceFile[]): string {
  const [only] = sources;
  const all = sources.map(({ sha256 }) => sha256).join('\n');
  const digest =
    sources.length === 1 && only !== undefined ? only.sha256 : createHash('sha256').update(all).digest('hex');
  return digest.slice(0, 8);
}

/** @throws CurateError when there is not one entry that could be used */
function refuseNothing(tally: ImportTally, sources: readonly SourceFile[], importer: Importer): void {
  const { entries, refused } = tally.report();
  const from = sources.map(({ name }) => name).join(', ');
  if (entries === 0) throw new CurateError(`${from}: there is nothing in it to import.`);
  if (refused.total < entries) return;
  const reasons = Object.entries(refused.by_reason).map(([reason, count]) => `${reason} ${count}`);
  throw new CurateError(
    `${from}: not one of ${entries} entries can be used as ${importer.name} writes them (${reasons.join(', ')}). Is it the export of another tool? \`curate import --list\` names those that are known.`,
  );
}
