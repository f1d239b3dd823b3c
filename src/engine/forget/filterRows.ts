import type { Format, Frame } from '../../formats/format.ts';
import { OutputFile, type WrittenFile } from '../export/outputFile.ts';
import { CannotTell, type SplitPlan } from './dataSetPlan.ts';
import { bytesOf } from './readBytes.ts';
import { rowSplitter } from './rowSplitter.ts';

/** Ours: so much is put together before it is written. */
const BLOCK_BYTES = 256 * 1024;
/** A byte-order mark in UTF-8; it stands in the first line of a file. */
const MARK_BYTES = 3;

/**
 * Copies the rows of a split that stay, byte for byte.
 * @throws CannotTell when there are more rows, or fewer, than the provenance has lines
 */
export async function filterRows(
  from: string,
  to: string,
  { removed, rows, file }: SplitPlan,
  { extension, frame }: { readonly extension: Format['extension']; readonly frame: Frame },
): Promise<WrittenFile> {
  const output = new OutputFile(to, from.endsWith('.gz') ? 'gz' : 'none');
  let pieces: Buffer[] = [];
  let bytes = 0;
  let row = 0;
  let kept = 0;
  const [head, between] = [Buffer.from(frame.head), Buffer.from(frame.between)];
  const marked = frame.head.startsWith('\uFEFF');
  const splitter = rowSplitter(extension, (text) => {
    if (removed.has(row++)) return;
    const copy = Buffer.from(marked && row === 1 ? text.subarray(MARK_BYTES) : text); // the splitter's own bytes are written over
    pieces.push(kept++ === 0 ? head : between, copy);
    bytes += copy.length;
  });
  const flush = async (): Promise<void> => {
    await output.write(Buffer.concat(pieces));
    pieces = [];
    bytes = 0;
  };
  for await (const chunk of bytesOf(from)) {
    splitter.push(chunk);
    if (bytes >= BLOCK_BYTES) await flush();
  }
  splitter.end();
  pieces.push(Buffer.from(frame.tail));
  await flush();
  const written = await output.close();
  if (row === rows) return written;
  throw new CannotTell(
    `${from} has ${row} rows, and the provenance of ${file} has ${rows} lines, so nobody can tell whose its rows are`,
  );
}
