import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Measured {
  /** Wall time, from the start of the process to its end. */
  readonly seconds: number;
  /** Peak memory, worker threads included, child processes not; 0 for a bare run. */
  readonly peak_mb: number;
  /** Processor time of all its threads, in seconds; 0 for a bare run. */
  readonly cpu_seconds: number;
  /** What the program printed to standard output. */
  readonly output: string;
}

/**
 * Runs a Node program and measures it.
 * @param bare without a look at its memory, which costs 4 ms: too much for a program that takes 50
 * @throws Error when it does not end with exit code 0
 */
export async function measure(args: readonly string[], bare = false): Promise<Measured> {
  const peakFile = join(tmpdir(), `curate-bench-${process.pid}.peak`);
  const preload = bare ? [] : ['--require', fileURLToPath(new URL('./peak.cjs', import.meta.url))];
  const started = performance.now();
  const child = spawn(process.execPath, [...preload, ...args], {
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
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with exit code ${code}.`);
  if (bare) return { seconds, peak_mb: 0, cpu_seconds: 0, output };
  const [kilobytes, cpu_seconds = 0] = readFileSync(peakFile, 'utf8').split(' ').map(Number);
  rmSync(peakFile);
  return { seconds, peak_mb: (kilobytes ?? 0) / 1024, cpu_seconds, output };
}
