import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { isZlibError, readRecords } from '../../inputs/readRecords.ts';
import { type Shape, splitterFor } from '../scan/shape.ts';
import type { ValidateTask } from '../tasks.ts';
import { LineCounter } from './lineCounter.ts';
import { RecordChecker, type ValidateResult } from './recordChecker.ts';

const CHUNK_BYTES = 1024 * 1024;

/** Checks the rows that begin in a byte range, or all of a file that cannot be cut. */
export async function validateRange({ file, range, plan }: ValidateTask): Promise<ValidateResult> {
  if (plan.shape === 'lines') {
    const checker = new RecordChecker(plan);
    await readRecords({ ...file, array: false }, range, plan.max_line_bytes, checker);
    return checker.take();
  }
  return plan.shape === 'parquet' ? validateParquet(file, plan) : validateWhole(file, plan, plan.shape);
}

async function validateParquet({ path }: ValidateTask['file'], plan: ValidateTask['plan']): Promise<ValidateResult> {
  const { readParquetRows } = await import('../containers/readParquetRows.ts'); // few need its code
  const checker = new RecordChecker(plan);
  await readParquetRows(path, { row: (values) => checker.values(values) });
  return checker.take();
}

async function validateWhole(
  file: ValidateTask['file'],
  plan: ValidateTask['plan'],
  shape: Shape,
): Promise<ValidateResult> {
  const counter = new LineCounter();
  const checker = new RecordChecker(plan, (offset) => counter.lineAt(offset));
  if (file.bytes === 0) return checker.take();
  const splitter = splitterFor(shape, plan.max_line_bytes, checker);
  const source = createReadStream(file.path, { end: file.bytes - 1, highWaterMark: CHUNK_BYTES });
  const unpacked = file.gzip ? source.pipe(createGunzip({ chunkSize: CHUNK_BYTES })) : source;
  source.on('error', (error) => unpacked.destroy(error));
  let bytes = 0;
  try {
    for await (const chunk of unpacked) {
      if (!Buffer.isBuffer(chunk)) continue;
      counter.note(chunk);
      bytes += chunk.length;
      splitter.push(chunk);
    }
    splitter.end();
  } catch (error) {
    if (!isZlibError(error)) throw error;
    checker.broken('bad_gzip', bytes);
  } finally {
    source.destroy();
  }
  return checker.take();
}
