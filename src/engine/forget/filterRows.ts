import { containerOfFile } from '../../formats/container.ts';
import { frameOf } from '../containers/frame.ts';
import { OutputFile, type WrittenFile } from '../export/outputFile.ts';
import { CannotTell, type SplitPlan } from './dataSetPlan.ts';
import { bytesOf } from './readBytes.ts';
import { rowSplitter, type TextContainer } from './rowSplitter.ts';

/** Ours: so much is put together before it is written. */
const BLOCK_BYTES = 256 * 1024;
/** A byte-order mark in UTF-8: some trainers want one at the beginning of a file, whatever row is the first. */
const MARK = Buffer.from('\uFEFF');

/**
 * Copies the rows of a split that stay, those of text byte for byte.
 * @throws CannotTell when there are more rows, or fewer, than the provenance has lines
 */
export async function filterRows(from: string, to: string, { removed, rows, file }: SplitPlan): Promise<WrittenFile> {
  const filtered = await filterFile(from, to, removed);
  if (filtered.rows === rows) return filtered.written;
  throw new CannotTell(
    `${from} has ${filtered.rows} rows, and the provenance of ${file} has ${rows} lines, so nobody can tell whose its rows are`,
  );
}

interface Filtered {
  readonly rows: number;
  readonly written: WrittenFile;
}

async function filterFile(from: string, to: string, removed: ReadonlySet<number>): Promise<Filtered> {
  const container = containerOfFile(from) ?? 'jsonl';
  if (container !== 'parquet') return filterText(from, to, removed, container);
  const { filterParquet } = await import('./filterParquet.ts'); // few data sets need its code
  return filterParquet(from, to, removed);
}

async function filterText(
  from: string,
  to: string,
  removed: ReadonlySet<number>,
  container: TextContainer,
): Promise<Filtered> {
  const output = new OutputFile(to, from.endsWith('.gz') ? 'gz' : 'none');
  const frame = frameOf(container, []);
  const between = Buffer.from(frame.between);
  let head = Buffer.from(frame.head);
  let pieces: Buffer[] = [];
  let bytes = 0;
  let row = 0;
  let kept = 0;
  const onRow = (text: Buffer): void => {
    const marked = row === 0 && text.subarray(0, MARK.length).equals(MARK);
    if (marked) head = Buffer.concat([MARK, head]);
    if (removed.has(row++)) return;
    const copy = Buffer.from(marked ? text.subarray(MARK.length) : text); // the splitter's own bytes are written over
    pieces.push(kept++ === 0 ? head : between, copy);
    bytes += copy.length;
  };
  const splitter = rowSplitter(container, onRow, (header) => {
    head = Buffer.concat([header, Buffer.from('\n')]);
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
  return { rows: row, written: await output.close() };
}
