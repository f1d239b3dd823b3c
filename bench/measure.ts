import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Measured {
  readonly seconds: number;
  readonly peak_mb: number;
  /** What the program printed to standard output. */
  readonly output: string;
}

/**
 * Runs a Node program and measures its wall time and its peak memory, worker threads included, child processes not.
 * @throws Error when it does not end with exit code 0 or 1
 */
export async function measure(args: readonly string[]): Promise<Measured> {
  const peakFile = join(tmpdir(), `curate-bench-${process.pid}.peak`);
  const preload = new URL('./peak.js', import.meta.url).href;
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, BENCH_PEAK: peakFile },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0 && code !== 1) throw new Error(`node ${args.join(' ')} ended with exit code ${code}.`);
  const peak_mb = Number(readFileSync(peakFile, 'utf8')) / 1024;
  rmSync(peakFile);
  return { seconds, peak_mb, output };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
