import type { InputFile } from '../inputs/files.ts';
import type { ByteRange } from '../inputs/readRecords.ts';
import { addLines, type LineCounts, noLines } from '../pipeline/lineCounts.ts';
import { type Quarantine, QuarantineBuilder } from '../pipeline/quarantine.ts';
import type { DigestCache, FoundDigest } from './cache/digestCache.ts';
import type { StoredDigest } from './cache/digestFile.ts';
import type { Collector } from './collector.ts';
import type { FileContent } from './fileContent.ts';

/** Large enough that starting a range costs nothing, small enough that two workers finish together. */
const RANGE_BYTES = 4 * 1024 * 1024;

/** A raw file as the survey found it. */
export interface SurveyedFile {
  readonly file: InputFile;
  readonly counts: LineCounts;
  readonly quarantine: Quarantine;
  /** SHA-256 of the file as it stood when the run began. */
  readonly sha256: () => Promise<string>;
  /** What its first rows come from: the part that was known, and all that was read. */
  readonly beginnings: readonly Beginning[];
}

/** The first bytes of a file by their SHA-256, in hexadecimal, and how many rows they hold. */
export interface Beginning {
  readonly sha256: string;
  readonly rows: number;
}

export interface RangeResult {
  readonly counts: LineCounts;
  readonly quarantine: Quarantine;
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

/** Plain files of lines are cut into ranges; what has to be read from its beginning is one. */
export function rangesOf(file: InputFile, start: number, end: number, size = RANGE_BYTES): ByteRange[] {
  if (end <= start) return [];
  if (file.gzip || file.array) return [{ start, end }];
  const count = Math.ceil((end - start) / size);
  return Array.from({ length: count }, (_, place) => ({
    start: start + place * size,
    end: Math.min(end, start + (place + 1) * size),
  }));
}

/** A file on its way through the survey. */
export class FileWork {
  readonly counts = noLines();
  readonly #quarantine = new QuarantineBuilder();
  readonly #beginnings: Beginning[] = [];
  #rows = 0;
  /** Where the digests go: to those of this file while they may be kept, then straight to those of all. */
  #own: Collector | undefined;

  constructor(
    readonly file: InputFile,
    readonly content: FileContent,
    readonly kept: FoundDigest | undefined,
    readonly covered: number,
    readonly caching: boolean,
  ) {}

  /** Something will be kept that was not kept before. */
  hasNew(): boolean {
    return this.caching && this.covered > (this.kept?.covered ?? 0);
  }

  async begin(how: FileSurvey): Promise<void> {
    const stored = this.kept?.load();
    const damaged = this.kept !== undefined && stored === undefined;
    // Without a cache, or with nothing new to keep, rows go straight to where they stay.
    if (this.hasNew() || (damaged && this.caching)) this.#own = how.one();
    if (this.kept === undefined) return;
    if (stored !== undefined) this.add({ ...this.kept, ...stored }, how);
    else
      for (const range of rangesOf(this.file, 0, this.kept.covered)) this.add(await how.survey(this.file, range), how);
    this.#beginnings.push({ sha256: this.kept.sha256, rows: this.#rows });
  }

  add({ counts, quarantine, stored }: RangeResult, how: FileSurvey): void {
    (this.#own ?? how.all).append(stored, this.counts.lines);
    this.#quarantine.append(quarantine, this.counts.lines);
    addLines(this.counts, counts);
    this.#rows += stored.digest.count;
  }

  async keep(cache: DigestCache | undefined, how: FileSurvey): Promise<void> {
    if (this.#own === undefined) return;
    const stored = this.#own.stored();
    this.#own = undefined;
    how.all.append(stored, 0);
    const sha256 = await this.content.hashUnchanged(this.covered);
    if (sha256 === undefined) return; // someone rewrites the file right now
    this.#beginnings.push({ sha256, rows: stored.digest.count });
    const { covered, counts } = this;
    const quarantine = this.#quarantine.finish();
    cache?.keep(this.file, { covered, sha256, counts: { ...counts } }, { quarantine, stored });
  }

  /** A record in a last line without an end is read anew each time, but it is the same as long as the file is. */
  async end(): Promise<void> {
    if (!this.caching || this.#rows === (this.#beginnings.at(-1)?.rows ?? 0)) return;
    const sha256 = await this.content.hashUnchanged(this.file.bytes);
    if (sha256 !== undefined) this.#beginnings.push({ sha256, rows: this.#rows });
  }

  surveyed(): SurveyedFile {
    const { file, counts, content, kept } = this;
    const whole = kept !== undefined && kept.covered === file.bytes ? kept.sha256 : undefined;
    return {
      file,
      counts,
      quarantine: this.#quarantine.finish(),
      sha256: async () => whole ?? content.hash(file.bytes),
      beginnings: this.#beginnings,
    };
  }
}
