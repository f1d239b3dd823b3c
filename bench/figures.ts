import type { Setting } from './cases.ts';
import { sizeName } from './logs.ts';
import { writeSeconds } from './reports.ts';
import { type Results, seconds } from './results.ts';

/** A figure that the project sets itself. */
export interface Figure {
  readonly what: string;
  readonly unit: '×' | 's' | 'MB' | 'MB/s';
  /** The most or the least that it may be; without either it is there to be seen. */
  readonly most?: number;
  readonly least?: number;
  /** Exchanges of the log that the limit is for; any when left out. */
  readonly at?: number;
  /** `undefined` when it was not measured. */
  readonly measured: number | undefined;
}

/** Limits are for two cores and a log of so many exchanges, of 2 KB each. */
const USUAL = 100_000;

/** Limits of larger logs: time a row against the usual log, seconds of a warm `progress`, and peak memory in megabytes. */
const LARGE: Readonly<Record<string, { readonly row?: number; readonly progress?: number; readonly peak?: number }>> = {
  '1m': { row: 1.1, progress: 1, peak: 700 },
  '10m': { peak: 3_500 },
};

/** What is asked, and what was measured. @param installed megabytes of the installed packages */
export function figuresOf(results: Results, setting: Setting, installed: number): Figure[] {
  const at = USUAL;
  const time = results.median('cold export');
  const rate = time === undefined ? undefined : setting.log.made.bytes / 1e6 / time;
  const besidesWriting = results.ratio('one new day: export', 'warm year: export', seconds, writeSeconds);
  return [
    { what: 'cold export, to the floor', unit: '×', most: 8, at, measured: results.ratio('cold export', 'floor') },
    { what: 'cold export', unit: 'MB/s', least: 30, at, measured: rate },
    {
      what: 'cold export, 1 worker to all',
      unit: '×',
      least: 1.75,
      at,
      measured: results.ratio('cold export, 1 worker', 'cold export'),
    },
    {
      what: 'cold export, all formats to one',
      unit: '×',
      most: 3,
      at,
      measured: results.ratio('cold export, all formats', 'cold export'),
    },
    {
      what: 'warm export, all formats to one',
      unit: '×',
      most: 3,
      at,
      measured: results.ratio('warm export, all formats', 'warm export'),
    },
    { what: 'warm stats', unit: 's', most: 0.35, at, measured: results.median('warm stats') },
    { what: 'warm progress', unit: 's', most: 0.35, at, measured: results.median('warm progress') },
    { what: 'one new day: progress', unit: 's', most: 0.6, at, measured: results.median('one new day: progress') },
    { what: 'one new day: export, to writing alone', unit: '×', most: 1.3, at, measured: besidesWriting },
    { what: 'peak memory, cold export', unit: 'MB', most: 350, at, measured: results.peak('cold export') },
    ...scaleFigures(results, setting),
    { what: '--version, to node -e 0', unit: '×', most: 1.6, measured: results.ratio('curate --version', 'node -e 0') },
    { what: 'installed packages', unit: 'MB', most: 60, measured: installed },
  ];
}

function scaleFigures(results: Results, { log, scale }: Setting): Figure[] {
  const sizes = new Set([...scale.map(({ made }) => sizeName(made.exchanges)), ...Object.keys(LARGE)]);
  return [...sizes].flatMap((size) => {
    const { row, progress, peak } = LARGE[size] ?? {};
    const exchanges = scale.find(({ made }) => sizeName(made.exchanges) === size)?.made.exchanges ?? Number.NaN;
    const longer = results.ratio(`cold export, ${size}`, 'cold export');
    const figures: Figure[] = [
      {
        what: `time a row at ${size}, to ${sizeName(log.made.exchanges)}`,
        unit: '×',
        ...limit(row),
        at: USUAL,
        measured: longer === undefined ? undefined : (longer * log.made.exchanges) / exchanges,
      },
      {
        what: `warm progress at ${size}`,
        unit: 's',
        ...limit(progress),
        measured: results.median(`warm progress, ${size}`),
      },
      { what: `peak memory at ${size}`, unit: 'MB', ...limit(peak), measured: results.peak(`cold export, ${size}`) },
    ];
    return figures.filter(({ most, measured }) => most !== undefined || measured !== undefined);
  });
}

function limit(most: number | undefined): { most?: number } {
  return most === undefined ? {} : { most };
}

/** `met`, or by how much it was missed, or why nobody can say. @param exchanges of the log that was measured */
export function verdictOf({ most, least, at, measured }: Figure, exchanges: number): string {
  if (measured === undefined) return 'not measured';
  if (most === undefined && least === undefined) return '';
  if (at !== undefined && at !== exchanges) return `asked at ${sizeName(at)}`;
  const excess = most === undefined ? (least ?? 0) / measured : measured / most;
  return excess <= 1 ? 'met' : `missed by ${Math.ceil((excess - 1) * 100)} %`;
}
