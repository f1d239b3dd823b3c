import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writevSync,
} from 'node:fs';
import { join } from 'node:path';
import type { InputFile } from '../../inputs/files.ts';
import type { LineCounts, QuarantinedLine } from '../../pipeline/digest.ts';
import { cacheEntries, remove } from './cacheEntries.ts';
import { decodeDigest, encodeDigest, type StoredDigest } from './digestFile.ts';
import type { DigestHeader } from './digestHeader.ts';

/** A digest that need not be made again: of the records that begin in the first `covered` bytes of a file. */
export interface KeptDigest {
  readonly covered: number;
  /** SHA-256 of those bytes. */
  readonly sha256: string;
  readonly counts: LineCounts;
  readonly quarantine: readonly QuarantinedLine[];
  readonly stored: StoredDigest;
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

const ENDING = '.digest';

/** The digests kept beside the data. Nothing in here can make a run fail: what cannot be read is made anew, what cannot be written is not kept. */
export class DigestCache {
  readonly folder: string;
  readonly #keys: CacheKeys;
  readonly #writes: boolean;

  /** @param writes false to use what is there and leave the disk as it is */
  constructor(folder: string, keys: CacheKeys, writes: boolean) {
    this.folder = folder;
    this.#keys = keys;
    this.#writes = writes;
  }

  /** The digest of `file` as far as it can be trusted: all of it, or of the part that it has only grown from. */
  async find(file: InputFile, kind: StoredDigest['kind'], hash: HashFile): Promise<KeptDigest | undefined> {
    const path = this.#pathOf(file, kind);
    const found = read(path);
    if (found === undefined || found.stored.kind !== kind || !this.#fits(found.header)) return undefined;
    const { covered, sha256, counts, quarantine } = found.header;
    if (!readsAlike(found.header, file)) return undefined;
    const same = isSame(found.header, file) || (await isPrefix(found.header, file, hash));
    if (!same) return undefined;
    if (this.#writes) touch(path);
    return { covered, sha256, counts, quarantine, stored: found.stored };
  }

  /** Keeps the digest of the first `covered` bytes of `file`. */
  keep(file: InputFile, { covered, sha256, counts, quarantine, stored }: KeptDigest): void {
    if (!this.#writes) return;
    const { bytes, modified, changed, inode, newest } = file;
    const about = {
      ...this.#keys,
      source: { bytes, modified, changed, inode, newest },
      surveyed: Date.now(),
      covered,
      sha256,
      counts,
      quarantine: [...quarantine],
    };
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      writeWhole(this.#pathOf(file, stored.kind), encodeDigest(about, stored));
    } catch {
      // A cache that cannot be written (a full disk, a read-only folder) costs time, not the run.
    }
  }

  /** Removes what no run has used for a month, and what killed runs left half written. */
  tidy(now: number): void {
    if (!this.#writes) return;
    for (const { path, used } of cacheEntries(this.folder)) {
      const age = now - used;
      if (age > KEEP_MS || (!path.endsWith(ENDING) && age > DAY_MS)) remove(path);
    }
  }

  #fits({ code, settings }: DigestHeader): boolean {
    return code === this.#keys.code && settings === this.#keys.settings;
  }

  /** One digest a raw file and setting; two configs on the same logs keep their own. */
  #pathOf(file: InputFile, kind: StoredDigest['kind']): string {
    const name = createHash('sha256')
      .update(`${kind}\n${file.name}\n${this.#keys.settings}`)
      .digest('hex')
      .slice(0, 32);
    return join(this.folder, `${name}${ENDING}`);
  }
}

function read(path: string): ReturnType<typeof decodeDigest> {
  try {
    return decodeDigest(readFileSync(path));
  } catch {
    return undefined;
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

function writeWhole(path: string, pieces: readonly Uint8Array[]): void {
  const draft = `${path}.${process.pid}`;
  try {
    const descriptor = openSync(draft, 'w', 0o600);
    try {
      for (const piece of pieces) writeAll(descriptor, piece);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function writeAll(descriptor: number, piece: Uint8Array): void {
  for (let written = 0; written < piece.length; ) written += writevSync(descriptor, [piece.subarray(written)]);
}

/** Notes that a digest was used, at most once a day. */
function touch(path: string): void {
  const now = Date.now();
  try {
    if (now - statSync(path).mtimeMs > DAY_MS) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // another run cleared the cache
  }
}
