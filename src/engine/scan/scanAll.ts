import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ByteRange } from '../../inputs/readRecords.ts';
import { rangesOf } from '../fileWork.ts';
import { inOrder, type Pool } from '../pool.ts';
import type { ScanFinding, ScanResult } from './recordScanner.ts';
import type { ScanPlan } from './scanPlan.ts';
import { isScanFile, type ScanFile, type ScanStream } from './scanSources.ts';
import { scanStream } from './scanStream.ts';

/** Ours: a file of nothing but addresses has 60,000 findings in so much, which have to be held at once. */
const RANGE_BYTES = 1024 * 1024;

/** Ours: findings of a dense chunk stay few enough, and the disk is asked seldom enough. */
const CHUNK_BYTES = 256 * 1024;

const NOTHING: ScanResult = { counts: { lines: 0, unreadable: 0, unscanned: 0 }, findings: [] };

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
 * Yields what is found in the order of `sources`. Plain files of lines are scanned in ranges, in parallel, with an answer for
 * every range; what has to be read from its beginning chunk by chunk, on this thread. So memory is bounded by a few
 * ranges and their findings, however much a file unpacks to.
 * @param stdin what `-` means
 */
export async function* scanAll(
  sources: readonly (ScanFile | ScanStream)[],
  plan: ScanPlan,
  pool: Pool,
  stdin: Readable,
  listener: ScanListener,
): AsyncGenerator<Scanned> {
  const progress = new Progress(sources.filter(isScanFile), listener);
  let inRanges: ScanFile[] = [];
  for (const source of sources) {
    if (isScanFile(source) && source.shape === 'lines' && !source.gzip && !source.parquet) {
      inRanges.push(source);
      continue;
    }
    yield* scanInRanges(inRanges, plan, pool, progress);
    inRanges = [];
    yield* scanFromBeginning(source, plan, stdin, progress);
  }
  yield* scanInRanges(inRanges, plan, pool, progress);
}

async function* scanInRanges(
  files: readonly ScanFile[],
  plan: ScanPlan,
  pool: Pool,
  progress: Progress,
): AsyncGenerator<Scanned> {
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
}

async function* scanFromBeginning(
  source: ScanFile | ScanStream,
  plan: ScanPlan,
  stdin: Readable,
  progress: Progress,
): AsyncGenerator<Scanned> {
  progress.begin();
  const { name } = source;
  const stream = await streamOf(source, stdin);
  for await (const result of scanStream(stream, plan, isScanFile(source) ? source : undefined)) {
    progress.add(result, 0);
    yield { file: name, ...result };
  }
  if (isScanFile(source)) progress.add(NOTHING, source.bytes);
  progress.end(name);
}

async function streamOf(source: ScanFile | ScanStream, stdin: Readable): Promise<Readable> {
  if (source.path === undefined) return stdin;
  if (!isScanFile(source)) return createReadStream(source.path, { highWaterMark: CHUNK_BYTES });
  if (source.parquet) {
    const { parquetLines } = await import('../containers/parquetLines.ts'); // few need its code
    return Readable.from(parquetLines(source.path), { objectMode: false });
  }
  // What is appended meanwhile belongs to the next run.
  return createReadStream(source.path, { end: Math.max(0, source.bytes - 1), highWaterMark: CHUNK_BYTES });
}

interface Part {
  readonly file: ScanFile;
  readonly range: ByteRange;
}

function* partsOf(files: readonly ScanFile[]): Generator<Part> {
  for (const file of files) for (const range of rangesOf(file, 0, file.bytes, RANGE_BYTES)) yield { file, range };
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
