import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { OutputFile } from '../export/outputFile.ts';
import { writeAll } from '../writeAll.ts';
import { Blanks } from './blanks.ts';
import { changedFile } from './changedFile.ts';
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

/** What a copy was made of, and what it is. */
export interface CopyHashes {
  readonly sha256_before: string;
  readonly sha256_after: string;
  readonly beginnings: readonly Beginning[];
}

/**
 * Copies a plain file with blanks in the place of what goes.
 * @param lengths whose beginnings are to be hashed, beside all of it
 * @throws CurateError when the file is shorter than it was
 */
export function copyPlain(
  { file, ranges }: Removal,
  aside: string,
  old: number,
  lengths: readonly number[],
): CopyHashes {
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
        if (length === 0) throw changedFile(file.name);
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

/** The same for a compressed file, of which only all of it is hashed. */
export async function copyGzip({ file, ranges }: Removal, aside: string): Promise<CopyHashes> {
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
