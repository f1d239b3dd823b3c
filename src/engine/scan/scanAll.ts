import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { ByteRange } from '../../inputs/readRecords.ts';
import { rangesOf } from '../fileWork.ts';
import { inOrder, type Pool } from '../pool.ts';
import type { ScanFinding, ScanResult } from './recordScanner.ts';
import type { ScanPlan } from './scanPlan.ts';
import { isScanFile, type ScanFile, type ScanStream } from './scanSources.ts';
import { scanStream } from './scanStream.ts';

/** What a part of a file gave; lines count from the beginning of the file. */
export interface Scanned extends ScanResult {
  readonly file: string;
}

/** Told how far a scan is. */
export interface ScanListener {
  update(progress: {
    readonly phase: 'scan';
    readonly done: number;
    readonly total: number;
    readonly lines: number;
    readonly bytes: number;
  }): void;
  file(name: string, lines: number): void;
}

/**
 * Scans files in ranges, in parallel, and yields what was found in their order, with an answer for every range; then
 * the streams, chunk by chunk, on this thread. Memory is bounded by a few ranges and their findings.
 * @param stdin what `-` means
 */
export async function* scanAll(
  sources: readonly (ScanFile | ScanStream)[],
  plan: ScanPlan,
  pool: Pool,
  stdin: Readable,
  listener: ScanListener,
): AsyncGenerator<Scanned> {
  const files = sources.filter(isScanFile);
  const progress = new Progress(files, listener);
  const run = async (part: Part) => ({ part, result: await pool.scan({ kind: 'scan', ...part, plan }) });
  for await (const { part, result } of inOrder(pool, partsOf(files), run)) {
    const { file, range } = part;
    if (range.start === 0) progress.begin();
    const { lines } = progress;
    progress.add(result, range.end - range.start);
    const findings = lines === 0 ? result.findings : result.findings.map((found) => behind(found, lines));
    yield { file: file.name, counts: result.counts, findings };
    if (range.end === file.bytes) progress.end(file.name);
  }
  for (const source of sources) {
    if (isScanFile(source)) continue;
    progress.begin();
    const stream = source.path === undefined ? stdin : createReadStream(source.path);
    for await (const result of scanStream(stream, plan)) {
      progress.add(result, 0);
      yield { file: source.name, ...result };
    }
    progress.end(source.name);
  }
}

interface Part {
  readonly file: ScanFile;
  readonly range: ByteRange;
}

/** Files of lines are cut into ranges; any other is read from its beginning. */
function* partsOf(files: readonly ScanFile[]): Generator<Part> {
  for (const file of files) {
    const whole = file.shape !== 'lines';
    for (const range of whole ? [{ start: 0, end: file.bytes }] : rangesOf(file, 0, file.bytes)) yield { file, range };
  }
}

function behind(found: ScanFinding, lines: number): ScanFinding {
  return { ...found, line: found.line + lines };
}

class Progress {
  /** Of the file that is read now. */
  lines = 0;
  readonly #total: number;
  readonly #listener: ScanListener;
  #bytes = 0;
  #allLines = 0;

  constructor(files: readonly ScanFile[], listener: ScanListener) {
    this.#total = files.reduce((bytes, file) => bytes + file.bytes, 0);
    this.#listener = listener;
  }

  begin(): void {
    this.lines = 0;
  }

  add({ counts }: ScanResult, bytes: number): void {
    this.lines += counts.lines;
    this.#allLines += counts.lines;
    this.#bytes += bytes;
    const { lines, done, total } = { lines: this.#allLines, done: this.#bytes, total: this.#total };
    this.#listener.update({ phase: 'scan', done, total, lines, bytes: done });
  }

  end(name: string): void {
    this.#listener.file(name, this.lines);
  }
}
