import type { RecordSink, RecordSplitter, StructureProblem } from '../../src/inputs/recordSplitter.ts';

export interface Found {
  readonly text: string;
  readonly offset: number;
  readonly ended: boolean;
}

/** Keeps what a splitter tells it; bytes are copied, because they hold only during the call. */
export class Kept implements RecordSink {
  readonly records: Found[] = [];
  readonly problems: { readonly reason: StructureProblem; readonly offset: number }[] = [];

  record(bytes: Buffer, offset: number, ended: boolean): void {
    this.records.push({ text: bytes.toString('latin1'), offset, ended });
  }

  broken(reason: StructureProblem, offset: number): void {
    this.problems.push({ reason, offset });
  }
}

/** Pushes `bytes` in chunks of the given sizes, over and over, each in memory that is overwritten after the call. */
export function pushInChunks(splitter: RecordSplitter, bytes: Buffer, sizes: readonly number[]): void {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const chunk = Buffer.from(bytes.subarray(at, at + (sizes[turn % sizes.length] ?? 1)));
    at += chunk.length;
    const more = splitter.push(chunk);
    chunk.fill(0x21);
    if (!more) return;
  }
  splitter.end();
}
