import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CLAIMS, CONSUMERS, type ConsumerName } from './claims.ts';
import { type Consumed, consume } from './consume.ts';
import { Curate } from './curate.ts';
import { type Export, Exporter } from './exports.ts';
import { type Asked, consumersOf, exportAll, isFor, unknownOnes } from './jobs.ts';
import { Layers } from './layers.ts';
import { resultTable, withTable } from './table.ts';
import { type Findings, findingsOf, wordsOf } from './verdicts.ts';
import { worlds } from './worlds/worlds.ts';

/**
 * `npm run test:consumers`: exports data sets full of traps with the built program, runs them through the programs that read
 * training data, prints what became of each, and writes the table in docs/formats.md. Exit code 1 when one fails.
 */
const { values } = parseArgs({
  options: {
    cli: { type: 'string', default: 'dist/cli.js' },
    page: { type: 'string', default: 'docs/formats.md' },
    // Some alone, by their names in claims.ts: --consumer sft --format chatml --world tools. The page stays as it is then.
    consumer: { type: 'string', multiple: true },
    format: { type: 'string', multiple: true },
    world: { type: 'string', multiple: true },
    // Leaves the exports where they are and says where.
    keep: { type: 'boolean', default: false },
  },
});
/** Ours: two cores are what the smallest machines have; four trainers at once would want 8 GB. */
const AT_ONCE = 2;

const asked: Asked = {
  consumer: values.consumer,
  format: values.format,
  world: values.world,
};
// From build/test/consumers, where this runs, to where the Python files are.
const here = fileURLToPath(new URL('../../../test/consumers', import.meta.url));
const layers = Layers.open(join(here, 'requirements'));
if (typeof layers === 'string') process.stdout.write(`passed over: ${layers}, so no consumer was run\n`);
else process.exitCode = (await runAll(layers)) ? 0 : 1;

/** @returns whether all went well */
async function runAll(layers: Layers): Promise<boolean> {
  if (!existsSync(values.cli)) throw new Error(`${values.cli} is not there: run \`npm run build\` first.`);
  const scratch = mkdtempSync(join(tmpdir(), 'curate-consumers-'));
  try {
    const curate = new Curate(values.cli);
    const { exports, problems } = exportAll(curate, new Exporter(curate, scratch), worlds(), asked);
    const findings = findingsOf(await consumeAll(exports, layers));
    const more = [...problems, ...unknownOnes(curate)];
    process.stdout.write(`${[...wordsOf(findings), ...more.map((problem) => `✗ ${problem}`)].join('\n')}\n`);
    writePage(findings, curate.formats());
    const failed = findings.verdicts.some((verdict) => verdict.failed.length > 0);
    return !failed && findings.unlimited.length + more.length === 0;
  } finally {
    if (values.keep) process.stderr.write(`the exports are in ${scratch}\n`);
    else rmSync(scratch, { recursive: true });
  }
}

/** Runs the consumers, some at once; what each found, in the order of the table. */
async function consumeAll(
  exports: readonly Export[],
  layers: Layers,
): Promise<ReadonlyMap<ConsumerName, Consumed | string>> {
  const names = consumersOf(asked).filter((name) => exports.some((one) => isFor(name, one)));
  const consumed = new Map<ConsumerName, Consumed | string>();
  const waiting = [...names];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const reader = name;
      const theirs = exports.filter((one) => isFor(reader, one));
      const started = performance.now();
      consumed.set(name, await consume(CONSUMERS[name], theirs, layers, join(here, 'python')));
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      process.stderr.write(`${CONSUMERS[name].name}: ${theirs.length} exports in ${seconds} s\n`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return new Map(names.map((name) => [name, consumed.get(name) ?? 'it was not run']));
}

/** Only a run of everything may say what everything does. */
function writePage(findings: Findings, formats: readonly string[]): void {
  const part = asked.consumer ?? asked.format ?? asked.world;
  if (part !== undefined || findings.notRun.size > 0) {
    process.stdout.write(`${values.page} stays as it is: not everything was run\n`);
    return;
  }
  const known = Object.keys(CLAIMS).filter((name) => formats.includes(name));
  const page = readFileSync(values.page, 'utf8');
  writeFileSync(values.page, withTable(page, resultTable(findings, known, worlds())));
}
