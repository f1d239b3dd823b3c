import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { type Case, type Setting, startUpCases, workCases } from './cases.ts';
import { figuresOf, verdictOf } from './figures.ts';
import { installedMegabytes } from './installed.ts';
import { daysFor, logOf, sizeOf } from './logs.ts';
import { measure } from './measure.ts';
import { stepCosts } from './reports.ts';
import { Results } from './results.ts';
import { DataFolder } from './states.ts';
import { caseTable, contents, figureTable, stepTable } from './tables.ts';

/**
 * Measures what a team does with `curate` against the floor on the same log: every case in turn, several times over, so
 * that a busy moment of the machine hits all. Prints what it found and writes it to `build/bench.json`.
 */
const { values } = parseArgs({
  options: {
    exchanges: { type: 'string', default: '100k' },
    // Other sizes, such as 10k,1m; a tenth of --exchanges when left out.
    scale: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    workers: { type: 'string', default: String(availableParallelism()) },
    // Only cases in whose name this stands, and their floors.
    only: { type: 'string', default: '' },
    data: { type: 'string', default: 'build/bench-data' },
    cli: { type: 'string', default: 'dist/cli.js' },
  },
});
if (!existsSync(values.cli))
  throw new Error(`${values.cli} is not there: run \`npm run build\` first, or name the program with --cli.`);

/** Programs of 50 ms have to run more often until their median stands still. */
const START_UPS_A_ROUND = 7;

const rounds = Number(values.rounds);
const setting = await settingOf(sizeOf(values.exchanges));
const startUps = selected(startUpCases(setting));
const work = selected(workCases(setting));
const results = new Results();
const folders = new Map<string, DataFolder>();
for (let round = 0; round < rounds; round += 1) {
  for (let again = 0; again < START_UPS_A_ROUND; again += 1)
    for (const { name, args } of startUps) results.add(name, await measure(args, true));
  for (const one of work) if (round === 0 || one.once !== true) await run(one);
}
report();

async function settingOf(exchanges: number): Promise<Setting> {
  const { data, cli, workers, scale = String(Math.ceil(exchanges / 10)) } = values;
  const sizes = scale.split(',').map(sizeOf);
  const log = await logOf(data, exchanges, daysFor(exchanges));
  // The last of its days is the new one, on a warm year of 365.
  const year = await logOf(data, Math.ceil(exchanges / 100) * 366, 366);
  const others = [];
  for (const size of sizes) if (size !== exchanges) others.push(await logOf(data, size, daysFor(size)));
  return { cli, workers, log, year, scale: others };
}

function selected(cases: readonly Case[]): readonly Case[] {
  const named = cases.filter(({ name }) => name.includes(values.only));
  return cases.filter((one) => named.includes(one) || named.some(({ floor }) => floor === one.name));
}

async function run({ name, log, state, args }: Case): Promise<void> {
  process.stderr.write(`${name}\n`);
  if (log !== undefined) {
    const folder = folders.get(log.folder) ?? new DataFolder(log.folder, values.cli);
    folders.set(log.folder, folder);
    await folder.bring(state);
  }
  results.add(name, await measure(args));
}

function report(): void {
  const { log, year, scale, workers } = setting;
  const { exchanges } = log.made;
  const figures = figuresOf(results, setting, installedMegabytes('.'));
  const steps = stepCosts(results.runs('every stage, 1 worker'));
  const cases = [...startUps, ...work];
  const found = {
    machine: { node: process.version, processor: cpus()[0]?.model, threads: cpus().length, memory: totalmem() },
    workers: Number(workers),
    log: log.made,
    year: year.made,
    scale: scale.map(({ made }) => made),
    cases: cases.map(({ name, floor }) => ({
      name,
      seconds: results.median(name),
      peak_mb: results.peak(name),
      times_floor: floor === undefined ? undefined : results.ratio(name, floor),
      all_seconds: results.runs(name).map((one) => one.seconds),
    })),
    figures: figures.map((figure) => ({ ...figure, verdict: verdictOf(figure, exchanges) })),
    steps,
  };
  mkdirSync('build', { recursive: true });
  writeFileSync('build/bench.json', `${JSON.stringify(found, null, 2)}\n`);
  const tables = [contents(log.made), caseTable(cases, results), stepTable(steps), figureTable(figures, exchanges)];
  process.stdout.write(`${tables.join('\n\n')}\n`);
}
