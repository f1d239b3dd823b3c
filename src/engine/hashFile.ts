import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { HashTask } from './tasks.ts';

const CHUNK_BYTES = 1024 * 1024;

/** SHA-256, in hexadecimal, of a file as it stood when the run began. Reads in one go: a thousand files are never open at once. */
export function hashFile({ file }: HashTask): string {
  return sha256Of(file.path, file.bytes);
}

/** SHA-256, in hexadecimal, of the first bytes of a file; of all of it when their number is left out. */
export function sha256Of(path: string, bytes = statSync(path).size): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, bytes));
  const descriptor = openSync(path, 'r');
  try {
    for (let position = 0; position < bytes; ) {
      const read = readSync(descriptor, buffer, 0, Math.min(buffer.length, bytes - position), position);
      if (read === 0) break;
      hash.update(buffer.subarray(0, read));
      position += read;
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}
