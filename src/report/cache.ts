import { bytes, count, duration } from './numbers.ts';
import type { CacheReport } from './types.ts';

/** `curate cache` for people. */
export function renderCache(
  { folder, files, bytes: size, oldest_seconds, newest_seconds }: CacheReport,
  cleared: boolean,
): string {
  if (files === 0) return `${folder}: nothing is kept\n`;
  const what = `${count(files, 'file')}, ${bytes(size)}`;
  if (cleared) return `${folder}: cleared ${what}\n`;
  const age = `used between ${duration(newest_seconds ?? 0)} and ${duration(oldest_seconds ?? 0)} ago`;
  return `${folder}: ${what}, ${age}\n`;
}
