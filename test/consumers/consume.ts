import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Consumer } from './claims.ts';
import type { Export } from './exports.ts';
import type { Layers } from './layers.ts';

/** OpenAI's rank files, for tiktoken. */
const TOKEN_RANKS = dirname(createRequire(import.meta.url).resolve('gpt-tokenizer/data/o200k_base.tiktoken'));

/** What became of one export. */
export interface Outcome {
  readonly export: Export;
  /** Rows that arrived as they were exported; 0 when there is a problem. */
  readonly rows: number;
  readonly problem: string;
}

export interface Consumed {
  readonly versions: Readonly<Record<string, string>>;
  readonly outcomes: readonly Outcome[];
}

const versionsSchema = z.object({ versions: z.record(z.string(), z.string()) });
const outcomeSchema = z.object({ rows: z.number(), problem: z.string() });

/**
 * Runs the exports through a consumer, in one Python process.
 * @param python the folder of the Python files
 * @returns what became of each, or the reason in a sentence why the consumer could not be run at all
 */
export async function consume(
  consumer: Consumer,
  exports: readonly Export[],
  layers: Layers,
  python: string,
): Promise<Consumed | string> {
  const run = layers.over(consumer.layers);
  if (typeof run === 'string') return run;
  const child = spawn(run.program, [join(python, 'check.py'), consumer.module], {
    env: { ...process.env, ...run.env, CURATE_TOKEN_RANKS: TOKEN_RANKS },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {}); // It ended before it read all; its exit tells why.
  child.stdin.end(JSON.stringify(exports));
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4096);
  });
  const lines: unknown[] = [];
  for await (const line of createInterface({ input: child.stdout })) lines.push(JSON.parse(line));
  const [first, ...rest] = lines;
  if (first === undefined) return complaint.trim().split('\n').at(-1) ?? 'it ended without a word';
  const outcomes = exports.map((one, at): Outcome => {
    const told = rest[at];
    if (told === undefined) return { export: one, rows: 0, problem: 'the process ended before this export' };
    return { export: one, ...outcomeSchema.parse(told) };
  });
  return { ...versionsSchema.parse(first), outcomes };
}
