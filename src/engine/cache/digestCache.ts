import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { InputFile } from '../../inputs/files.ts';
import type { LineCounts } from '../../pipeline/lineCounts.ts';
import { cacheEntries, remove } from './cacheEntries.ts';
import { findCacheFile, keepCacheFile, touch } from './cacheFile.ts';
import { type DigestColumns, decodeDigest, encodeDigest, type StoredDigest } from './digestFile.ts';
import { type DigestHeader, parseHeader } from './digestHeader.ts';

/** A digest that need not be made again: of the records that begin in the first `covered` bytes of a file. */
export interface KeptDigest {
  readonly covered: number;
  /** SHA-256 of those bytes. */
  readonly sha256: string;
  readonly counts: LineCounts;
}

/** A digest found in the cache. */
export interface FoundDigest extends KeptDigest {
  /** How many conversations, or lines of feedback, it holds. */
  readonly rows: number;
  /** Reads it; `undefined` when it is damaged. Copy what is to stay: the next digest that is read takes its place. */
  load(): DigestColumns | undefined;
}

/** What decides, beside the file itself, whether a digest may be used again. */
export interface CacheKeys {
  /** The version of the code. */
  readonly code: string;
  /** The settings of reading and of the record stages. */
  readonly settings: string;
}

/** Hashes the first bytes of a file: SHA-256 in hexadecimal. */
export type HashFile = (file: InputFile, bytes: number) => Promise<string>;

/**
 * Time stamps may not tell two changes apart that follow each other this fast (as in git's index, "racy git"): a file
 * that was changed shortly before its survey is compared by its content.
 */
const SURE_AFTER_MS = 2000;

/** A digest that no run has used for so long is of logs or settings that are gone. */
const KEEP_MS = 30 * 86_400_000;
const DAY_MS = 86_400_000;

/** Whole files, of this cache and of `JoinsCache`; a draft has another name. */
const WHOLE = /\.(?:digest|joins)$/;

/** The digests kept beside the data. Nothing in here can make a run fail: what cannot be read is made anew, what cannot be written is not kept. */
export class DigestCache {
  readonly folder: string;
  readonly #keys: CacheKeys;
  readonly #writes: boolean;
  readonly #after: number;

  /**
   * @param writes false to use what is there and leave the disk as it is
   * @param after digests made up to this time, in milliseconds since the epoch, are not used
   */
  constructor(folder: string, keys: CacheKeys, writes: boolean, after = Number.NEGATIVE_INFINITY) {
    this.folder = folder;
    this.#keys = keys;
    this.#writes = writes;
    this.#after = after;
  }

  /** The digest of `file` as far as it can be trusted: all of it, or of the part that it has only grown from. */
  async find(file: InputFile, kind: StoredDigest['kind'], hash: HashFile): Promise<FoundDigest | undefined> {
    const path = this.#pathOf(file, kind);
    const found = findCacheFile(path);
    const header = found === undefined ? undefined : parseHeader(found.header);
    if (found === undefined || header === undefined || header.content.kind !== kind || !this.#fits(header))
      return undefined;
    if (!readsAlike(header, file)) return undefined;
    if (!isSame(header, file) && !(await isPrefix(header, file, hash))) return undefined;
    if (this.#writes) touch(path);
    const { covered, sha256, counts, content } = header;
    const load = (): DigestColumns | undefined => {
      try {
        const columns = found.columns();
        return columns === undefined ? undefined : decodeDigest(header, columns);
      } catch {
        return undefined; // columns shorter than the header says
      }
    };
    return { covered, sha256, counts, rows: content.count, load };
  }

  /** Keeps the digest of the first `covered` bytes of `file`. */
  keep(file: InputFile, { covered, sha256, counts }: KeptDigest, columns: DigestColumns): void {
    if (!this.#writes) return;
    const { bytes, modified, changed, inode, newest } = file;
    const about = {
      ...this.#keys,
      source: { bytes, modified, changed, inode, newest },
      surveyed: Date.now(),
      covered,
      sha256,
      counts,
    };
    keepCacheFile(this.#pathOf(file, columns.stored.kind), encodeDigest(about, columns));
  }

  /** Removes what no run has used for a month, and what killed runs left half written. */
  tidy(now: number): void {
    if (!this.#writes) return;
    for (const { path, used } of cacheEntries(this.folder)) {
      const age = now - used;
      if (age > KEEP_MS || (!WHOLE.test(path) && age > DAY_MS)) remove(path);
    }
  }

  #fits({ code, settings, surveyed }: DigestHeader): boolean {
    return code === this.#keys.code && settings === this.#keys.settings && surveyed > this.#after;
  }

  /** One digest a raw file and setting; two configs on the same logs keep their own. */
  #pathOf(file: InputFile, kind: StoredDigest['kind']): string {
    const name = createHash('sha256')
      .update(`${kind}\n${file.name}\n${this.#keys.settings}`)
      .digest('hex')
      .slice(0, 32);
    return join(this.folder, `${name}.digest`);
  }
}

/**
 * Of files that are read as a whole the digest has the last line, too; without an end it is pending in the newest file
 * and malformed in others. What is kept of other files ends with a line.
 */
function readsAlike({ source, counts }: DigestHeader, file: InputFile): boolean {
  if (!file.gzip && !file.array) return true;
  return source.newest === file.newest || counts.pending + counts.malformed === 0;
}

/** The file is, by all that the system says of it, the one that was surveyed. */
function isSame({ source, surveyed }: DigestHeader, file: InputFile): boolean {
  const unchanged =
    source.bytes === file.bytes &&
    source.modified === file.modified &&
    source.changed === file.changed &&
    source.inode === file.inode;
  return unchanged && surveyed - Math.max(source.modified, source.changed) > SURE_AFTER_MS;
}

/** The file begins with the bytes that were surveyed; files that are read as a whole must be equal to their end. */
async function isPrefix({ covered, sha256 }: DigestHeader, file: InputFile, hash: HashFile): Promise<boolean> {
  if (file.bytes < covered || ((file.gzip || file.array) && file.bytes !== covered)) return false;
  return (await hash(file, covered)) === sha256;
}
