import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { Random } from '../../scripts/random.ts';
import { damage, filesBelow, leftovers, sha256 } from '../commands/exported.ts';
import { ANNA, lineOf, logsIn, movedOrLost, tracesIn, worldIn } from '../commands/forgetWorld.ts';
import { Workdir } from '../commands/workdir.ts';

const KILLS = 50;
const FLAGS = ['--config', 'fine.yaml', '--quiet'];
const FORGET = ['forget', '--user', ANNA, '--json', ...FLAGS];

/** A world with its exports, as it is before each round; and what an undisturbed erasure makes of it. */
const origin = new Workdir();
const undisturbed = new Workdir();
const folder = new Workdir();
let duration = Number.POSITIVE_INFINITY;
let expected: Map<string, string>;
let logs: Map<string, Buffer>;

async function reset(to: Workdir): Promise<void> {
  rmSync(join(to.path, 'data'), { recursive: true, force: true });
  const { code } = await origin.shell(`cp -a data fine.yaml ${to.path}/`);
  expect(code).toBe(0);
}

beforeAll(async () => {
  worldIn(origin, { size: 900, config: 'privacy: { opt_out: people.txt }' });
  origin.write({ 'data/people.txt': `bert\n${ANNA}\n` });
  expect((await origin.run(['export', '--format', 'all', ...FLAGS])).code).toBe(0);
  logs = logsIn(origin);
  for (let round = 0; round < 2; round += 1) {
    await reset(undisturbed);
    const began = performance.now();
    expect((await undisturbed.run(FORGET)).code).toBe(0);
    duration = Math.min(duration, performance.now() - began);
  }
  expect(tracesIn(undisturbed)).toEqual([]);
  expect(movedOrLost(logs, logsIn(undisturbed))).toEqual([]);
  expected = contents(undisturbed);
});

/** Every file of the data folder by its hash; times and names of receipts are left out, and so is the privacy folder. */
function contents({ path }: Workdir): Map<string, string> {
  const data = join(path, 'data');
  const files = filesBelow(data).filter((file) => !file.startsWith('privacy/') && !file.startsWith('.curate/'));
  return new Map(
    files.map((file) => {
      const bytes = readFileSync(join(data, file));
      const isManifest = file.endsWith('manifest.json');
      return [file, sha256(isManifest ? bytes.toString().replaceAll(/"(?:at|receipt)": "[^"]*"/g, '') : bytes)];
    }),
  );
}

function receiptsOf({ path }: Workdir) {
  const receipts = join(path, 'data/privacy/receipts');
  return existsSync(receipts)
    ? readdirSync(receipts).map((name) => JSON.parse(readFileSync(join(receipts, name), 'utf8')))
    : [];
}

/**
 * Starts an erasure and kills it after a share of the time that one takes.
 * @param writing counts the time from when something is written: half of an erasure only reads
 */
async function killed(share: number, writing = false): Promise<boolean> {
  const { kill, done } = folder.start(FORGET);
  const journal = join(folder.path, 'data/privacy/forget.journal');
  const began = performance.now();
  while (writing && !existsSync(journal) && performance.now() - began < 2 * duration) await wait(1);
  await wait(share * duration * (writing ? 0.3 : 1));
  kill('SIGKILL');
  const { code } = await done;
  expect([0, 137]).toContain(code);
  return code === 137;
}

const sets = () => readdirSync(join(folder.path, 'data/curated')).filter((name) => !/^\.|\.ledger$/.test(name));

test(`SIGKILL at ${KILLS} random moments, and a second call brings it to its end`, async () => {
  const random = new Random(20_261_122);
  const seen = { killed: 0, journal: 0, absent: 0, twice: 0 };
  for (let round = 0; round < KILLS; round += 1) {
    await reset(folder);
    if (await killed(random.share(), round % 3 !== 0)) seen.killed += 1;
    if (random.chance(0.3) && (await killed(random.share()))) seen.twice += 1;
    const isUnderWay = existsSync(join(folder.path, 'data/privacy/forget.journal'));
    if (isUnderWay) seen.journal += 1;
    // Each data set is whole, or away for an instant between two renames.
    for (const name of sets()) expect(damage(join(folder.path, 'data/curated', name)), `round ${round}`).toEqual([]);
    if (sets().length < 6) seen.absent += 1;
    if (isUnderWay && round % 5 === 0) {
      const { code, stdout } = await folder.run(['stats', '--json', ...FLAGS]);
      expect(code).toBe(0);
      const { records, kept, dropped } = JSON.parse(stdout);
      expect(kept + dropped.total).toBe(records);
    }
    const { code, stdout } = await folder.run(FORGET);
    expect(code, `round ${round}`).toBe(0);
    expect(tracesIn(folder), `round ${round}`).toEqual([]);
    expect(contents(folder), `round ${round}`).toEqual(expected);
    expect(leftovers(join(folder.path, 'data')), `round ${round}`).toEqual([]);
    expect(existsSync(join(folder.path, 'data/privacy/forget.journal'))).toBe(false);
    const receipts = receiptsOf(folder);
    expect(receipts, `round ${round}`).toHaveLength(1);
    const [whole] = receiptsOf(undisturbed);
    const { totals, files } = receipts[0];
    expect({ totals, files: files.toSorted(byFile) }, `round ${round}: ${stdout}`).toEqual({
      totals: whole.totals,
      files: whole.files.toSorted(byFile),
    });
    if (round % 10 === 0) await expectAllWorks();
  }
  process.stdout.write(`${JSON.stringify({ kills: KILLS, milliseconds: Math.round(duration), ...seen })}\n`);
  expect(seen.killed).toBeGreaterThan(KILLS * 0.5);
  expect(seen.journal).toBeGreaterThan(KILLS * 0.2);
});

const byFile = (one: { file: string }, other: { file: string }): number => (one.file < other.file ? -1 : 1);

/** Stats, export and forget again, as ever. */
async function expectAllWorks(): Promise<void> {
  const again = await folder.run(FORGET);
  expect(JSON.parse(again.stdout)).toMatchObject({ files: [], receipt: null });
  for (const args of [['stats'], ['export', '--format', 'all'], ['check']])
    expect((await folder.run([...args, ...FLAGS])).code, args[0]).toBe(0);
  expect(tracesIn(folder)).toEqual([]);
}

test('an erasure of somebody else brings an interrupted one to its end first', async () => {
  let isUnderWay = false;
  for (let share = 0.4; share < 1 && !isUnderWay; share += 0.05) {
    await reset(folder);
    await killed(share);
    isUnderWay = existsSync(join(folder.path, 'data/privacy/forget.journal'));
  }
  expect(isUnderWay).toBe(true);
  const { code, stdout } = await folder.run(['forget', '--user', 'cleo', '--json', ...FLAGS]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).warnings[0]).toContain('was brought to its end first');
  expect(tracesIn(folder)).toEqual([]);
  expect(receiptsOf(folder)).toHaveLength(2);
  for (const [name, bytes] of logsIn(folder)) expect(bytes.includes('saidcleo'), name).toBe(false);
});

test('an interrupted one clears up at once, and is finished by the next call', async () => {
  let interrupted = 0;
  for (let round = 0; round < 20 && interrupted < 3; round += 1) {
    await reset(folder);
    const { kill, done } = folder.start(FORGET);
    const began = performance.now();
    const journal = join(folder.path, 'data/privacy/forget.journal');
    while (!existsSync(journal) && performance.now() - began < 2 * duration) await wait(1);
    kill('SIGINT');
    const { code } = await done;
    expect([0, 130]).toContain(code);
    if (code === 130) interrupted += 1;
    expect(leftovers(join(folder.path, 'data')), `round ${round}`).toEqual([]);
    expect((await folder.run(FORGET)).code).toBe(0);
    expect(contents(folder), `round ${round}`).toEqual(expected);
  }
  expect(interrupted).toBe(3);
});

test('what is appended to a log meanwhile is carried over', async () => {
  await reset(folder);
  const log = 'data/training_logs/conversations_2026-01-05.jsonl';
  const began = performance.now();
  const running = folder.start(FORGET).done;
  const written: string[] = [];
  while (performance.now() - began < duration * 1.5) {
    const line = `${JSON.stringify(lineOf('egon', 900_000 + written.length))}\n`;
    // As a logger does that opens its file for every line.
    await folder.shell(`cat >> ${log}`, { stdin: line });
    written.push(line);
  }
  const { code, stdout } = await running;
  expect(code).toBe(0);
  expect(JSON.parse(stdout).warnings.join()).toContain('has to open it again');
  const now = folder.read(log);
  expect(now.endsWith(written.join(''))).toBe(true);
  expect(tracesIn(folder)).toEqual([]);
});
