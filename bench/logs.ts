import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { GENERATOR_VERSION, generate, type Made } from './generate.ts';

/** `made.json` beside a made-up log. */
export interface RecordedLog extends Made {
  /** Of the generator that made it. */
  readonly version: number;
}

/** A data folder with a made-up log in it. */
export interface Log {
  readonly folder: string;
  readonly made: RecordedLog;
}

/** A log that was changed just now is known by the hash of its content, not by its times: that would be measured too. */
const SETTLED_AFTER_MS = 2_500;

/** The log of so many exchanges in so many days; it is made where it is not there yet, whole and by the same generator. */
export async function logOf(root: string, exchanges: number, days: number): Promise<Log> {
  const folder = join(root, `${exchanges}-in-${days}-days`);
  const record = join(folder, 'made.json');
  const known = recorded(record);
  if (known !== undefined) return { folder, made: known };
  process.stderr.write(`making ${exchanges} exchanges in ${folder}\n`);
  rmSync(folder, { recursive: true, force: true });
  const made = { version: GENERATOR_VERSION, ...generate({ exchanges, out: folder, days, seed: 1 }) };
  writeFileSync(record, `${JSON.stringify(made, null, 2)}\n`);
  await setTimeout(SETTLED_AFTER_MS);
  return { folder, made };
}

function recorded(file: string): RecordedLog | undefined {
  if (!existsSync(file)) return undefined;
  const made: RecordedLog = JSON.parse(readFileSync(file, 'utf8'));
  return made.version === GENERATOR_VERSION ? made : undefined;
}

/** Daily files as teams have them: two months of a log, a year of a long one. */
export function daysFor(exchanges: number): number {
  return exchanges < 1_000_000 ? 60 : 365;
}

/** `10k`, `1m`, or the number as it is. */
export function sizeName(exchanges: number): string {
  if (exchanges % 1_000_000 === 0) return `${exchanges / 1_000_000}m`;
  return exchanges % 1_000 === 0 ? `${exchanges / 1_000}k` : String(exchanges);
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1_000, m: 1_000_000 };

/** The number that `sizeName` names. @throws RangeError when it is none */
export function sizeOf(name: string): number {
  const [, digits = '', unit = ''] = /^(\d+)([km]?)$/.exec(name.trim().toLowerCase()) ?? [];
  const size = Number(digits) * (UNITS[unit] ?? 0);
  if (size === 0) throw new RangeError(`${name} is no size; write 10k, 1m or 500.`);
  return size;
}
