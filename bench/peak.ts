import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before a measured program (`node --import`): when it ends, writes its peak memory in kilobytes to the file
 * that BENCH_PEAK names. VmHWM is exact; `maxRSS` of getrusage starts at the parent's size on Linux, as it outlives exec.
 */
const file = process.env.BENCH_PEAK;
if (file !== undefined && isMainThread) process.once('exit', () => writeFileSync(file, String(peakKilobytes())));

function peakKilobytes(): number {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (peak !== undefined) return Number(peak);
  } catch {
    // Not Linux: the figure of getrusage is what there is.
  }
  return process.resourceUsage().maxRSS;
}
