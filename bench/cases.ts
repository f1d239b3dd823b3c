import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** One thing that is measured: what is done to the folder first, and the program that is timed. */
export interface Case {
  readonly name: string;
  prepare(): void;
  readonly args: readonly string[];
}

export interface CaseSettings {
  readonly cli: string;
  readonly data: string;
  readonly workers: string;
}

/**
 * What a team does with `curate`, in the order in which the folder is left for the next: cold means that neither digests
 * nor results of an earlier run are there, warm that nothing changed since, a new day that all but the last day is known.
 */
export function casesOf({ cli, data, workers }: CaseSettings): Case[] {
  const logs = join(data, 'training_logs');
  const curate = (command: string, ...flags: string[]) => [cli, command, '--data', data, '--quiet', '--json', ...flags];
  const nothing = (): void => {};
  return [
    { name: 'floor', prepare: nothing, args: ['build/bench/floor.js', '--data', data, '--workers', workers] },
    { name: 'node -e 0', prepare: nothing, args: ['-e', '0'] },
    { name: 'curate --version', prepare: nothing, args: [cli, '--version'] },
    { name: 'curate --help', prepare: nothing, args: [cli, '--help'] },
    { name: 'cold export, 1 worker', prepare: () => forget(data), args: curate('export', '--workers', '1') },
    { name: 'cold export', prepare: () => forget(data), args: curate('export', '--workers', workers) },
    { name: 'warm export', prepare: nothing, args: curate('export', '--workers', workers) },
    { name: 'warm stats', prepare: nothing, args: curate('stats') },
    { name: 'warm progress', prepare: nothing, args: curate('progress') },
    { name: 'all days but one (cold)', prepare: () => hideLastDay(data, logs), args: curate('progress') },
    { name: 'one new day: progress', prepare: () => showLastDay(data, logs), args: curate('progress') },
    { name: 'one new day: export', prepare: nothing, args: curate('export', '--workers', workers) },
  ];
}

function forget(data: string): void {
  for (const name of ['curated', '.curate']) rmSync(join(data, name), { recursive: true, force: true });
}

function hideLastDay(data: string, logs: string): void {
  forget(data);
  for (const name of lastDay(logs)) renameSync(join(logs, name), join(data, name));
}

function showLastDay(data: string, logs: string): void {
  for (const name of readdirSync(data)) if (name.endsWith('.jsonl')) renameSync(join(data, name), join(logs, name));
}

function lastDay(logs: string): string[] {
  const names = readdirSync(logs).sort();
  const date = /\d{4}-\d{2}-\d{2}/.exec(names.filter((name) => name.startsWith('conversations')).at(-1) ?? '')?.[0];
  return date === undefined ? [] : names.filter((name) => name.includes(date));
}
