import { type ChildProcess, spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { rolldown } from 'rolldown';
import { afterAll } from 'vitest';
import type { LoggerTask } from './lines.ts';

export interface Logger {
  readonly acknowledged: readonly string[];
  /** Resolves with its exit code, `null` when it was killed. */
  readonly done: Promise<number | null>;
  kill(): void;
}

const running = new Set<ChildProcess>();

// A test that fails leaves nobody behind.
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts processes that log. @param folder where the program is put */
export async function buildLogger(folder: string): Promise<(task: LoggerTask) => Logger> {
  const program = join(folder, 'logLines.mjs');
  const bundle = await rolldown({ input: join(import.meta.dirname, 'logLines.ts'), platform: 'node' });
  await bundle.write({ file: program, format: 'esm' });
  return (task) => {
    const child = spawn(process.execPath, [program, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const acknowledged: string[] = [];
    createInterface({ input: child.stdout }).on('line', (id) => acknowledged.push(id));
    running.add(child);
    child.on('close', () => running.delete(child));
    const done = new Promise<number | null>((resolve) => child.on('close', resolve));
    return { acknowledged, done, kill: () => child.kill('SIGKILL') };
  };
}

/** Each line of a log. */
export function linesIn(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
}
