import type { InputFile } from '../inputs/files.ts';
import type { ByteRange } from '../inputs/readRecords.ts';
import { addLines, type LineCounts, noLines, type QuarantinedLine } from '../pipeline/digest.ts';
import { coveredBytes } from './cache/coveredBytes.ts';
import type { DigestCache, KeptDigest } from './cache/digestCache.ts';
import type { StoredDigest } from './cache/digestFile.ts';
import type { Collector } from './collector.ts';
import { FileContent } from './fileContent.ts';
import { inOrder, type Pool } from './pool.ts';

/** Large enough that starting a range costs nothing, small enough that two workers finish together. */
const RANGE_BYTES = 4 * 1024 * 1024;

/** A file of one range is begun, surveyed, kept and ended. */
const STEPS_OF_SMALL_FILE = 4;

/** A raw file as the survey found it. */
export interface SurveyedFile {
  readonly file: InputFile;
  readonly counts: LineCounts;
  readonly quarantine: readonly QuarantinedLine[];
  /** SHA-256 of the file as it stood when the run began. */
  readonly sha256: () => Promise<string>;
}

export interface RangeResult {
  readonly counts: LineCounts;
  readonly quarantine: readonly QuarantinedLine[];
  readonly stored: StoredDigest;
}

/** How one kind of file is surveyed. */
export interface FileSurvey {
  readonly kind: StoredDigest['kind'];
  /** Surveys a byte range, in a worker. */
  survey(file: InputFile, range: ByteRange): Promise<RangeResult>;
  /** Takes the digests of all files. */
  readonly all: Collector;
  /** Takes those of one file, to be kept. */
  one(): Collector;
}

/** Told of every range that is through. */
export interface RangeListener {
  range(bytes: number, lines: number): void;
  file(file: InputFile, lines: number): void;
}

/**
 * Surveys files in order: what the cache knows is taken from there, the rest in ranges, in parallel.
 * @returns the files, and the row number at which the rows of each begin, with one more for the end
 */
export async function surveyFiles(
  files: readonly InputFile[],
  how: FileSurvey,
  pool: Pool,
  cache: DigestCache | undefined,
  listener: RangeListener,
): Promise<{ files: SurveyedFile[]; firstRow: number[] }> {
  const surveyed: SurveyedFile[] = [];
  const firstRow: number[] = [];
  const run = async (step: Step) => ({
    step,
    result: step.kind === 'range' ? await how.survey(step.work.file, step.range) : undefined,
  });
  for await (const { step, result } of inOrder(pool, stepsOf(files, how, pool, cache), run, STEPS_OF_SMALL_FILE)) {
    const { work } = step;
    if (step.kind === 'begin') {
      firstRow.push(how.all.count);
      work.begin(how);
    } else if (step.kind === 'range' && result !== undefined) {
      work.add(result, how);
      listener.range(step.range.end - step.range.start, result.counts.lines);
    } else if (step.kind === 'covered') {
      await work.keep(cache, how);
      listener.range(work.kept?.covered ?? 0, work.kept?.counts.lines ?? 0);
    } else if (step.kind === 'end') {
      surveyed.push(work.surveyed());
      listener.file(work.file, work.counts.lines);
    }
  }
  return { files: surveyed, firstRow: [...firstRow, how.all.count] };
}

/** The work on a file, step by step: `covered` when everything that may be kept is through, before what may still grow. */
type Step =
  | { readonly kind: 'begin' | 'covered' | 'end'; readonly work: FileWork }
  | { readonly kind: 'range'; readonly work: FileWork; readonly range: ByteRange };

async function* stepsOf(
  files: readonly InputFile[],
  how: FileSurvey,
  pool: Pool,
  cache: DigestCache | undefined,
): AsyncGenerator<Step> {
  for (const found of files) {
    const content = new FileContent(found, pool);
    const { file } = content;
    const kept = await cache?.find(file, how.kind, (_file, bytes) => content.hash(bytes));
    const covered = Math.max(kept?.covered ?? 0, coveredBytes(file));
    const work = new FileWork(file, content, kept, covered, cache !== undefined);
    if (work.hasNew()) content.hash(covered).catch(() => {}); // begins now, and is awaited when the ranges are through
    yield { kind: 'begin', work };
    for (const range of rangesOf(file, kept?.covered ?? 0, covered)) yield { kind: 'range', work, range };
    yield { kind: 'covered', work };
    if (covered < file.bytes) yield { kind: 'range', work, range: { start: covered, end: file.bytes } };
    yield { kind: 'end', work };
  }
}

/** Plain files of lines are cut into ranges; what has to be read from its beginning is one. */
function rangesOf(file: InputFile, start: number, end: number): ByteRange[] {
  if (end <= start) return [];
  if (file.gzip || file.array) return [{ start, end }];
  const count = Math.ceil((end - start) / RANGE_BYTES);
  return Array.from({ length: count }, (_, place) => ({
    start: start + place * RANGE_BYTES,
    end: Math.min(end, start + (place + 1) * RANGE_BYTES),
  }));
}

/** A file on its way through the survey. */
class FileWork {
  readonly counts = noLines();
  readonly #quarantine: QuarantinedLine[] = [];
  /** Where the digests go: to those of this file while they may be kept, then straight to those of all. */
  #own: Collector | undefined;

  constructor(
    readonly file: InputFile,
    readonly content: FileContent,
    readonly kept: KeptDigest | undefined,
    readonly covered: number,
    readonly caching: boolean,
  ) {}

  /** Something will be kept that was not kept before. */
  hasNew(): boolean {
    return this.caching && this.covered > (this.kept?.covered ?? 0);
  }

  begin(how: FileSurvey): void {
    // Without a cache, or with nothing new to keep, rows go straight to where they stay.
    if (this.hasNew()) this.#own = how.one();
    if (this.kept !== undefined) this.add(this.kept, how);
  }

  add({ counts, quarantine, stored }: RangeResult, how: FileSurvey): void {
    (this.#own ?? how.all).append(stored, this.counts.lines);
    for (const entry of quarantine) this.#quarantine.push({ ...entry, line: entry.line + this.counts.lines });
    addLines(this.counts, counts);
  }

  async keep(cache: DigestCache | undefined, how: FileSurvey): Promise<void> {
    if (this.#own === undefined) return;
    const stored = this.#own.stored();
    this.#own = undefined;
    how.all.append(stored, 0);
    const sha256 = await this.content.hashUnchanged(this.covered);
    if (sha256 === undefined) return; // someone rewrites the file right now
    const counts = { ...this.counts };
    cache?.keep(this.file, { covered: this.covered, sha256, counts, quarantine: [...this.#quarantine], stored });
  }

  surveyed(): SurveyedFile {
    const { file, counts, content, kept } = this;
    const whole = kept !== undefined && kept.covered === file.bytes ? kept.sha256 : undefined;
    return {
      file,
      counts,
      quarantine: this.#quarantine,
      sha256: async () => whole ?? content.hash(file.bytes),
    };
  }
}
