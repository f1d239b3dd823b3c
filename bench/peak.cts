import fs = require('node:fs');
import threads = require('node:worker_threads');

/**
 * Loaded before a measured program (`node --require`, which takes half the time of `--import`): when it ends, writes its
 * peak memory in kilobytes and the processor time of all its threads in seconds to the file that BENCH_PEAK names. VmHWM is exact; `maxRSS` of getrusage starts at the
 * parent's size on Linux, as it outlives exec.
 */
const file = process.env.BENCH_PEAK;
if (file !== undefined && threads.isMainThread)
  process.once('exit', () => fs.writeFileSync(file, `${peakKilobytes()} ${cpuSeconds()}`));

function peakKilobytes(): number {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (peak !== undefined) return Number(peak);
  } catch {
    // Not Linux: the figure of getrusage is what there is.
  }
  return process.resourceUsage().maxRSS;
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
