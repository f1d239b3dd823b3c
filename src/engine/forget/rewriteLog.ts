import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  createReadStream,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { createGunzip } from 'node:zlib';
import { onInterrupt } from '../../cleanup.ts';
import { CurateError } from '../../errors.ts';
import { OutputFile } from '../export/outputFile.ts';
import { syncFolder } from '../export/staging.ts';
import { Blanks } from './blanks.ts';
import { asideOf } from './logFiles.ts';
import type { Removal } from './search.ts';

const CHUNK_BYTES = 1024 * 1024;

/** The first `bytes` bytes of a file, by their SHA-256 in hexadecimal, before and after. */
export interface Beginning {
  readonly bytes: number;
  readonly before: string;
  readonly after: string;
  /** As many as `bytes`, unless the file is compressed. */
  readonly bytes_after: number;
}

/** A file that was written anew and is whole, but not in its place yet. */
export interface Rewritten {
  readonly aside: string;
  readonly inode: number;
  readonly sha256_before: string;
  readonly sha256_after: string;
  readonly beginnings: readonly Beginning[];
}

/**
 * Writes a file aside with blanks in the place of what goes, hands that to `settle`, which notes it, and puts it in the
 * place of the old one. What is appended to the old one meanwhile is carried over.
 * @param lengths whose beginnings are to be hashed: those that manifests know
 * @throws CurateError when somebody else writes the file anew, or the disk is full; the old file stays then
 */
export async function rewriteLog(
  removal: Removal,
  lengths: readonly number[],
  settle: (rewritten: Rewritten) => void,
): Promise<Rewritten> {
  const { file } = removal;
  const path = realpathSync(file.path); // a link stays one
  const aside = asideOf(path);
  const forget = onInterrupt(() => rmSync(aside, { force: true }));
  const old = openSync(file.path, 'r');
  try {
    refuseChanged(removal, old);
    const written = file.gzip ? await rewriteGzip(removal, aside) : rewritePlain(removal, aside, old, lengths);
    keepRights(aside, old);
    const fresh = openSync(aside, 'a');
    try {
      let end = file.gzip ? file.bytes : carryOver(removal, old, fresh, file.bytes);
      fsyncSync(fresh);
      const rewritten = { aside, inode: fstatSync(fresh).ino, ...written };
      refuseChanged(removal, old);
      settle(rewritten);
      renameSync(aside, path);
      end = file.gzip ? end : carryOver(removal, old, fresh, end);
      fsyncSync(fresh);
      syncFolder(dirname(path));
      return rewritten;
    } finally {
      closeSync(fresh);
    }
  } finally {
    closeSync(old);
    forget();
    rmSync(aside, { force: true });
  }
}

type Hashes = Omit<Rewritten, 'aside' | 'inode'>;

function rewritePlain({ file, ranges }: Removal, aside: string, old: number, lengths: readonly number[]): Hashes {
  const blanks = new Blanks(ranges, file.array);
  const [before, after] = [createHash('sha256'), createHash('sha256')];
  const stops = [...new Set(lengths.filter((length) => length < file.bytes)), file.bytes].sort((a, b) => a - b);
  const beginnings: Beginning[] = [];
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  const target = openSync(aside, 'w', 0o600);
  try {
    let at = 0;
    for (const stop of stops) {
      while (at < stop) {
        const length = readSync(old, buffer, 0, Math.min(CHUNK_BYTES, stop - at), at);
        if (length === 0) throw changed(file.name);
        const chunk = buffer.subarray(0, length);
        before.update(chunk);
        blanks.over(chunk);
        after.update(chunk);
        writeAll(target, chunk);
        at += length;
      }
      const hashes = { before: before.copy().digest('hex'), after: after.copy().digest('hex') };
      beginnings.push({ bytes: stop, bytes_after: stop, ...hashes });
    }
  } finally {
    closeSync(target);
  }
  const whole = beginnings.at(-1);
  return { sha256_before: whole?.before ?? '', sha256_after: whole?.after ?? '', beginnings };
}

async function rewriteGzip({ file, ranges }: Removal, aside: string): Promise<Hashes> {
  const blanks = new Blanks(ranges, file.array);
  const before = createHash('sha256');
  const output = new OutputFile(aside, 'gz');
  const source = createReadStream(file.path, { end: file.bytes - 1, highWaterMark: CHUNK_BYTES });
  source.on('data', (chunk) => before.update(chunk));
  const unpacked = createGunzip({ chunkSize: CHUNK_BYTES });
  source.on('error', (error) => unpacked.destroy(error));
  for await (const chunk of source.pipe(unpacked)) {
    if (!Buffer.isBuffer(chunk)) continue;
    blanks.over(chunk);
    await output.write(chunk);
  }
  const { bytes, sha256 } = await output.close();
  const hash = before.digest('hex');
  const whole = { bytes: file.bytes, bytes_after: bytes, before: hash, after: sha256 };
  return { sha256_before: hash, sha256_after: sha256, beginnings: [whole] };
}

/** Copies what was appended to a log of lines since it had `from` bytes. @returns how many it has now */
function carryOver({ file }: Removal, old: number, fresh: number, from: number): number {
  if (file.array) return from;
  const buffer = Buffer.allocUnsafe(64 * 1024);
  for (let at = from; ; ) {
    const length = readSync(old, buffer, 0, buffer.length, at);
    if (length === 0) return at;
    writeAll(fresh, buffer.subarray(0, length));
    at += length;
  }
}

/** @throws CurateError unless the file is still the one that was looked at, or has only grown if it may */
function refuseChanged({ file }: Removal, old: number): void {
  const here = statSync(file.path, { throwIfNoEntry: false });
  const opened = fstatSync(old);
  const mayGrow = !file.gzip && !file.array;
  const isSame = opened.size === file.bytes && opened.mtimeMs === file.modified;
  const fits = isSame || (mayGrow && opened.size > file.bytes);
  if (here?.ino === opened.ino && opened.ino === file.inode && fits) return;
  throw changed(file.name);
}

function changed(name: string): CurateError {
  return new CurateError(
    `${name}: the file was changed while it was read, and stays as it is. Run the command again; it goes on where it was.`,
  );
}

/** Whoever could read and write the file before can do it again. */
function keepRights(aside: string, old: number): void {
  const { mode, uid, gid } = fstatSync(old);
  chmodSync(aside, mode & 0o7777);
  try {
    chownSync(aside, uid, gid);
  } catch {
    // only root may give a file away
  }
}

function writeAll(descriptor: number, piece: Uint8Array): void {
  for (let at = 0; at < piece.length; ) at += writeSync(descriptor, piece, at);
}
