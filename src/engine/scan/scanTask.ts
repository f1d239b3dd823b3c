import { readInto, readRecords } from '../../inputs/readRecords.ts';
import type { ScanTask } from '../tasks.ts';
import { RecordScanner, type ScanResult } from './recordScanner.ts';
import { splitterFor } from './shape.ts';

/** Scans the records that begin in a byte range; a file that is not of lines is one range. */
export async function scanRange({ file, range, plan }: ScanTask): Promise<ScanResult> {
  const scanner = new RecordScanner(file.shape, file.json, plan);
  if (file.shape === 'lines') await readRecords(file, range, plan.max_line_bytes, scanner);
  else await readInto(file, splitterFor(file.shape, plan.max_line_bytes, scanner), scanner);
  return scanner.take();
}
