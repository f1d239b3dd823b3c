import { type Log, sizeName } from './logs.ts';
import type { State } from './states.ts';

/** One thing that is measured: a program, the log it runs on (if any), and what earlier runs have left there. */
export interface Case {
  readonly name: string;
  readonly log?: Log;
  readonly state: State;
  /** What follows `node`. */
  readonly args: readonly string[];
  /** Name of the case that it is measured against: mostly of that which does nothing but what must be done. */
  readonly floor?: string;
  /** Too long to be measured more than once. */
  readonly once?: boolean;
}

/** Exchanges from which a log is measured once: ten million take half an hour. */
const ONCE_FROM = 5_000_000;

export interface Setting {
  readonly cli: string;
  readonly workers: string;
  /** The log that most is measured on. */
  readonly log: Log;
  /** A day more than a year of a hundredth as many exchanges a day. */
  readonly year: Log;
  /** Smaller and larger logs. */
  readonly scale: readonly Log[];
}

/** Programs that are through in a blink; they run often, and without a look at their memory. */
export function startUpCases({ cli }: Pick<Setting, 'cli'>): Case[] {
  const programs = {
    'node -e 0': ['-e', '0'],
    'curate --version': [cli, '--version'],
    'curate --help': [cli, '--help'],
  };
  return Object.entries(programs).map(([name, args]) => ({ name, state: 'any', args }));
}

/** What a team does with `curate`; the floor comes first. */
export function workCases({ cli, workers, log, year, scale }: Setting): Case[] {
  const curate = (command: string, on: Log, ...flags: string[]) => [
    cli,
    command,
    '--data',
    on.folder,
    '--json',
    '--quiet',
    ...flags,
  ];
  const exported = (on: Log, count: string, ...flags: string[]) =>
    curate('export', on, '--format', 'chatml', '--workers', count, ...flags);
  const inAll = (count: string) => curate('export', log, '--format', 'all', '--workers', count);
  const floor = (count: string) => ['build/bench/floor.js', '--data', log.folder, '--workers', count];
  return [
    { name: 'floor', log, state: 'any', args: floor(workers) },
    { name: 'floor, 1 worker', log, state: 'any', args: floor('1') },
    { name: 'cold export', log, state: 'cold', args: exported(log, workers), floor: 'floor' },
    { name: 'cold export, 1 worker', log, state: 'cold', args: exported(log, '1'), floor: 'floor, 1 worker' },
    { name: 'warm export', log, state: 'warm', args: exported(log, workers), floor: 'floor' },
    { name: 'cold export, all formats', log, state: 'cold', args: inAll(workers), floor: 'cold export' },
    { name: 'warm export, all formats', log, state: 'warm', args: inAll(workers), floor: 'warm export' },
    { name: 'warm stats', log, state: 'warm', args: curate('stats', log), floor: 'floor' },
    { name: 'warm progress', log, state: 'warm', args: curate('progress', log), floor: 'floor' },
    { name: 'every stage, 1 worker', log, state: 'any', args: everyStage(curate('stats', log)) },
    { name: 'one new day: progress', log: year, state: 'a day behind', args: curate('progress', year) },
    { name: 'one new day: export', log: year, state: 'a day behind', args: exported(year, workers) },
    { name: 'warm year: export', log: year, state: 'warm', args: exported(year, workers, '--timings') },
    ...scale.flatMap((on): Case[] => {
      const size = sizeName(on.made.exchanges);
      const once = on.made.exchanges >= ONCE_FROM;
      return [
        { name: `cold export, ${size}`, log: on, state: 'cold', args: exported(on, workers), once },
        { name: `warm progress, ${size}`, log: on, state: 'warm', args: curate('progress', on), once },
      ];
    }),
  ];
}

/** Reads everything anew and times each stage; alone on its core, so that its time is processor time. */
function everyStage(stats: readonly string[]): string[] {
  return [...stats, '--no-cache', '--workers', '1', '--timings'];
}
