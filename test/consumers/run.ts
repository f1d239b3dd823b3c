import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CLAIMS, CONSUMERS, type ConsumerName } from './claims.ts';
import { type Consumed, consume } from './consume.ts';
import { CONTAINERS, type Export, Exporter } from './exports.ts';
import { Layers } from './layers.ts';
import { resultTable, withTable } from './table.ts';
import { type Findings, findingsOf } from './verdicts.ts';
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
    // Formats of claims.ts that `curate` does not have yet are passed over instead of failing the run.
    building: { type: 'boolean', default: false },
  },
});
const here = join(fileURLToPath(new URL('.', import.meta.url)), '../../../test/consumers');
const layers = Layers.open(join(here, 'requirements'));
if (typeof layers === 'string') process.stdout.write(`passed over: ${layers}, so no consumer was run\n`);
else process.exitCode = await runAll(layers);

/** @returns the exit code */
async function runAll(layers: Layers): Promise<number> {
  if (!existsSync(values.cli)) throw new Error(`${values.cli} is not there: run \`npm run build\` first.`);
  const scratch = mkdtempSync(join(tmpdir(), 'curate-consumers-'));
  try {
    const exporter = new Exporter(values.cli, scratch);
    const formats = exporter.formats();
    const unknown = unknownOnes(formats);
    const exports = exportAll(exporter);
    const consumed = new Map<ConsumerName, Consumed | string>();
    for (const name of consumersAsked()) {
      const claimed = exports.filter((one) => isFor(name, one));
      if (claimed.length === 0) continue;
      process.stderr.write(`${CONSUMERS[name].name}: ${claimed.length} exports\n`);
      consumed.set(name, await consume(CONSUMERS[name], claimed, layers, join(here, 'python')));
    }
    const findings = findingsOf(consumed);
    report(findings, unknown);
    writePage(findings, formats);
    return findings.verdicts.some(({ failed }) => failed.length > 0) || findings.unlimited.length + unknown.length > 0
      ? 1
      : 0;
  } finally {
    if (values.keep) process.stderr.write(`the exports are in ${scratch}\n`);
    else rmSync(scratch, { recursive: true });
  }
}

/** Formats without a line in claims.ts, and lines without a format. */
function unknownOnes(formats: readonly string[]): string[] {
  const unclaimed = formats.filter((name) => !(name in CLAIMS));
  const missing = values.building ? [] : Object.keys(CLAIMS).filter((name) => !formats.includes(name));
  return [
    ...unclaimed.map((name) => `the format \`${name}\` has no line in test/consumers/claims.ts`),
    ...missing.map((name) => `claims.ts names the format \`${name}\`, which curate does not have`),
  ];
}

function exportAll(exporter: Exporter): Export[] {
  const exports: Export[] = [];
  for (const world of worlds()) {
    if (!asked(values.world, world.name)) continue;
    for (const container of CONTAINERS)
      if (container.worlds === undefined || container.worlds.includes(world.name))
        exports.push(...exporter.exportWorld(world, container));
  }
  return exports.filter(({ format }) => asked(values.format, format));
}

function consumersAsked(): ConsumerName[] {
  return Object.keys(CONSUMERS).filter(
    (name): name is ConsumerName => name in CONSUMERS && asked(values.consumer, name),
  );
}

function asked(names: readonly string[] | undefined, name: string): boolean {
  return names === undefined || names.includes(name);
}

function isFor(name: ConsumerName, { format, container, large }: Export): boolean {
  const consumer = CONSUMERS[name];
  if (!CLAIMS[format]?.includes(name)) return false;
  return (consumer.large || !large) && (consumer.gz || container !== 'gz');
}

function report({ verdicts, notRun, unlimited }: Findings, unknown: readonly string[]): void {
  const lines = verdicts.flatMap(({ consumer, format, rows, failed, limits }) => [
    `${failed.length === 0 ? '✓' : '✗'} ${CONSUMERS[consumer].name}, ${format}: ${rows} rows${limits.length > 0 ? ', with known limits' : ''}`,
    ...failed.map(
      ({ export: one, problem }) =>
        `    ${one.world}, ${one.container}${one.target && ` for ${one.target}`}: ${problem}`,
    ),
  ]);
  for (const [name, reason] of notRun) lines.push(`not run: ${CONSUMERS[name].name}: ${reason}`);
  for (const sentence of unlimited) lines.push(`✗ ${sentence}: take the line out of test/consumers/limits.ts`);
  for (const sentence of unknown) lines.push(`✗ ${sentence}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Only a run of everything may say what everything does. */
function writePage(findings: Findings, formats: readonly string[]): void {
  const part = values.consumer ?? values.format ?? values.world;
  if (part !== undefined || findings.notRun.size > 0) {
    process.stdout.write(`${values.page} stays as it is: not everything was run\n`);
    return;
  }
  const page = readFileSync(values.page, 'utf8');
  const table = resultTable(
    findings,
    formats.filter((name) => name in CLAIMS),
    worlds(),
  );
  writeFileSync(values.page, withTable(page, table));
}
