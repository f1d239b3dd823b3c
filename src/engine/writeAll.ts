import { writeSync } from 'node:fs';

/** Writes all of `bytes` at the end of an open file; a single write may take only a part. @throws the error of the file system */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
