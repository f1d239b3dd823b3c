import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { casesOf } from './cases.ts';
import { generate } from './generate.ts';
import { type Measured, measure, median } from './measure.ts';
import { rangesOf } from './ranges.ts';

/** Measures what a team does with `curate` against the floor on the same log, in turns, so that a busy moment hits all. */
const { values } = parseArgs({
  options: {
    exchanges: { type: 'string', default: '100000' },
    days: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '3' },
    workers: { type: 'string', default: String(availableParallelism()) },
    data: { type: 'string', default: 'build/bench-data' },
    cli: { type: 'string', default: 'dist/cli.js' },
  },
});
if (!existsSync(values.cli))
  throw new Error(`${values.cli} is not there: run \`npm run build\` first, or name the program with --cli.`);
const bytes = preparedBytes();
const cases = casesOf({ cli: values.cli, data: values.data, workers: values.workers });
const runs = new Map<string, Measured[]>(cases.map(({ name }) => [name, []]));
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const { name, prepare, args } of cases) {
    prepare();
    runs.get(name)?.push(await measure(args));
  }
}
const results = [...runs].map(([name, measured]) => summary(name, measured));
mkdirSync('build', { recursive: true });
writeFileSync('build/bench.json', `${JSON.stringify(report(), null, 2)}\n`);
process.stdout.write(`${table()}\n`);

/** The bytes of the conversation files; they are made first where the folder does not hold a whole log of that size. */
function preparedBytes(): number {
  const mark = join(values.data, `${values.exchanges}-${values.days}.done`);
  if (!existsSync(mark)) {
    rmSync(values.data, { recursive: true, force: true });
    generate({ exchanges: Number(values.exchanges), out: values.data, days: Number(values.days), seed: 1 });
    writeFileSync(mark, '');
  }
  return rangesOf(join(values.data, 'training_logs')).reduce((sum, { start, end }) => sum + end - start, 0);
}

interface Summary {
  readonly name: string;
  readonly seconds: number;
  readonly peak_mb: number;
  readonly all_seconds: readonly number[];
}

function summary(name: string, measured: readonly Measured[]): Summary {
  return {
    name,
    seconds: median(measured.map((run) => run.seconds)),
    peak_mb: median(measured.map((run) => run.peak_mb)),
    all_seconds: measured.map((run) => run.seconds),
  };
}

function report() {
  const machine = {
    node: process.version,
    processor: cpus()[0]?.model,
    threads: cpus().length,
    memory_gb: totalmem() / 2 ** 30,
  };
  return { exchanges: Number(values.exchanges), bytes, workers: Number(values.workers), machine, results };
}

function table(): string {
  const rows = new Table({
    head: ['', 'seconds', 'MB/s', 'peak MB', 'times the floor'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  const floor = results.find(({ name }) => name === 'floor')?.seconds ?? Number.NaN;
  for (const { name, seconds, peak_mb } of results) {
    const rate = bytes / 1e6 / seconds;
    rows.push([name, seconds.toFixed(2), rate.toFixed(0), peak_mb.toFixed(0), (seconds / floor).toFixed(2)]);
  }
  return rows.toString();
}
