import { closeSync, openSync, readSync } from 'node:fs';
import type { InputFile } from '../../inputs/files.ts';

const NEWLINE = 10;
const STEP = 64 * 1024;

/**
 * How many bytes of a file are through: up to and with its last line end. What comes after it may still be growing, so
 * it is read anew each time. Files that are read as a whole are through to their end.
 */
export function coveredBytes(file: InputFile): number {
  if (file.gzip || file.array) return file.bytes;
  const descriptor = openSync(file.path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(Math.min(STEP, file.bytes));
    // The last byte alone first: it is a line end in every file that nobody is writing to.
    for (let end = file.bytes, step = 1; end > 0; end -= step, step = STEP) {
      const length = Math.min(step, end);
      const read = readSync(descriptor, buffer, 0, length, end - length);
      const newline = buffer.subarray(0, read).lastIndexOf(NEWLINE);
      if (newline !== -1) return end - length + newline + 1;
    }
    return 0;
  } finally {
    closeSync(descriptor);
  }
}
