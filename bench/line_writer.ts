import { closeSync, openSync, writeSync } from 'node:fs';

const BUFFER_BYTES = 4 * 1024 * 1024;

/** Writes lines to a file through one buffer: nothing piles up in memory however large the file is. */
export class LineWriter {
  private readonly file: number;
  private readonly buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  private used = 0;
  bytes = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  write(line: string): void {
    // A UTF-16 unit takes at most three bytes of UTF-8.
    const most = line.length * 3 + 1;
    if (this.used + most > BUFFER_BYTES) this.flush();
    if (most > BUFFER_BYTES) {
      this.writeAll(Buffer.from(`${line}\n`, 'utf8'));
      return;
    }
    this.used += this.buffer.write(line, this.used, 'utf8');
    this.buffer[this.used] = 0x0a;
    this.used += 1;
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    this.writeAll(this.buffer.subarray(0, this.used));
    this.used = 0;
  }

  private writeAll(bytes: Buffer): void {
    let written = 0;
    while (written < bytes.length) written += writeSync(this.file, bytes, written);
    this.bytes += bytes.length;
  }
}
