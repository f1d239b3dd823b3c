import { readRecords } from '../../inputs/readRecords.ts';
import type { ScanTask } from '../tasks.ts';
import { RecordScanner, type ScanResult } from './recordScanner.ts';

/** Scans the lines that begin in a byte range. */
export async function scanRange({ file, range, plan }: ScanTask): Promise<ScanResult> {
  const scanner = new RecordScanner('lines', file.json, plan);
  await readRecords(file, range, plan.max_line_bytes, scanner);
  return scanner.take();
}
