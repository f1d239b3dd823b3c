import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DETECTORS } from '../../src/pipeline/scrub/detectors.ts';
import { createFinder, type FindEntities } from '../../src/pipeline/scrub/finder.ts';
import { REGIONS } from '../pii/finding.ts';
import type { ScoreTable, Value } from '../pii/result.ts';
import { drawTable } from '../pii/tables.ts';
import { bestOf } from './cpuTime.ts';
import { ordinaryTexts, repeated, worstStrings } from './texts.ts';

/**
 * Measures what finding personal data costs: each detector on a megabyte of the worst string known for it, and all of them
 * on ordinary messages. Processor time, the best of several rounds. Prints two tables and writes `build/scrub.json`.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    // Only detectors in whose entity this stands.
    only: { type: 'string', default: '' },
    corpora: { type: 'string', default: '../shared/corpora/chat' },
  },
});
/** Which of a detector's strings is the slowest shows on so many characters. */
const SHORT = 100_000;

const rounds = Number(values.rounds);
const settings = { regions: REGIONS };
const chosen = DETECTORS.filter(({ entity }) => entity.includes(values.only.toUpperCase()));
const all = createFinder(settings);
const alone = new Map(chosen.map((detector) => [detector.entity, createFinder(settings, [detector])]));

const tables = [worstTable(), ...[...ordinaryTexts(values.corpora)].map(([name, texts]) => ordinaryTable(name, texts))];
mkdirSync('build', { recursive: true });
writeFileSync('build/scrub.json', `${JSON.stringify(tables, null, 2)}\n`);
process.stdout.write(`${tables.map(drawTable).join('\n\n')}\n`);

/** Issue 4: under 100 ms for a megabyte. */
function worstTable(): ScoreTable {
  const rows = [...worstStrings()].flatMap(([entity, seeds]): Value[][] => {
    const find = alone.get(entity);
    if (find === undefined) return [];
    const [slowest] = seeds
      .map((seed) => ({ seed, time: timeOf(find, repeated(seed, SHORT), 2) }))
      .sort((one, other) => other.time - one.time);
    if (slowest === undefined) return [];
    const text = repeated(slowest.seed);
    const shown = JSON.stringify(slowest.seed.slice(0, 24));
    return [[entity, shown, timeOf(find, text, rounds), timeOf(all, text, 1)]];
  });
  rows.sort((one, other) => Number(other[2]) - Number(one[2]));
  return {
    title: 'milliseconds for 1 MB of the slowest of its worst strings',
    columns: ['detector', 'string', 'alone', 'with all detectors'],
    rows,
  };
}

function timeOf(find: FindEntities, text: string, times: number): number {
  return bestOf(times, () => find(text));
}

/** Issue 4: all detectors together at 40 MB/s or more. What one costs is what it adds to reading the text. */
function ordinaryTable(name: string, texts: readonly string[]): ScoreTable {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const time = (find: FindEntities): number => bestOf(rounds, () => texts.forEach((text) => void find(text)));
  const together = time(all);
  const reading = time(createFinder(settings, []));
  const row = (what: string, took: number): Value[] => [
    what,
    took === 0 ? null : bytes / 1000 / took,
    (took * 1000 * 2000) / bytes,
    took / together,
  ];
  const costs = [...alone].map(([entity, find]): Value[] => row(entity, Math.max(0, time(find) - reading)));
  costs.sort((one, other) => Number(other[3]) - Number(one[3]));
  return {
    title: `${name}: ${texts.length} texts, ${(bytes / 1e6).toFixed(1)} MB`,
    columns: ['', 'MB/s', 'µs in 2 KB', 'share'],
    rows: [row('all detectors', together), row('reading the text', reading), ...costs],
  };
}
