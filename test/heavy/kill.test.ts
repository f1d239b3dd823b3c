import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { generate } from '../../bench/generate.ts';
import { Random } from '../../scripts/random.ts';
import { damage, leftovers } from '../commands/exported.ts';
import { Workdir } from '../commands/workdir.ts';

const KILLS = 50;
const EXPORT = ['export', '--quiet'];
/** Reads every log, as the first run does. */
const ANEW = [...EXPORT, '--no-cache'];

const folder = new Workdir();
const chatml = join(folder.path, 'data/curated/chatml');
/** Of the fastest export so far: on a busy machine the first may have taken twice as long as those that are to be disturbed. */
let duration = Number.POSITIVE_INFINITY;

beforeAll(async () => {
  generate({ exchanges: 8_000, out: join(folder.path, 'data'), days: 8, seed: 3 });
  for (let round = 0; round < 2; round += 1) await undisturbed();
});

async function undisturbed(): Promise<void> {
  const began = performance.now();
  expect((await folder.run(ANEW)).code).toBe(0);
  expect(damage(chatml)).toEqual([]);
  duration = Math.min(duration, performance.now() - began);
}

/** Starts an export and sends it a signal after a share of the time that one takes. Gives its end, as `done` of `start`. */
async function disturbed(args: readonly string[], share: number, signal: NodeJS.Signals) {
  const began = performance.now();
  const { kill, done } = folder.start([...args]);
  const ended = done.then(() => performance.now() - began);
  await wait(share * duration);
  kill(signal);
  const end = await done;
  if (end.code === 0) duration = Math.min(duration, await ended);
  return end;
}

test(`SIGKILL at ${KILLS} random moments leaves a whole export, and the next run clears up`, async () => {
  const random = new Random(20_261_120);
  const seen = { killed: 0, temporary: 0, absent: 0 };
  for (let kill = 0; kill < KILLS; kill += 1) {
    // What killed runs left of the cache serves the next one; every other time there is none.
    if (kill % 2 === 0) rmSync(join(folder.path, 'data/.curate'), { recursive: true, force: true });
    const { code } = await disturbed(EXPORT, random.share(), 'SIGKILL');
    expect([0, 137]).toContain(code);
    if (code === 137) seen.killed += 1;
    if (leftovers(join(folder.path, 'data')).length > 0) seen.temporary += 1;
    if (existsSync(chatml)) expect(damage(chatml), `kill ${kill}`).toEqual([]);
    else {
      // Between two renames the folder is away for an instant; then the next run has to bring it back.
      seen.absent += 1;
      expect((await folder.run(EXPORT)).code).toBe(0);
      expect(damage(chatml), `after kill ${kill}`).toEqual([]);
    }
  }
  process.stdout.write(`${JSON.stringify({ kills: KILLS, milliseconds: Math.round(duration), ...seen })}\n`);
  expect(seen.killed).toBeGreaterThan(KILLS * 0.5);
  expect(seen.temporary).toBeGreaterThan(KILLS * 0.2);
  expect(seen.absent).toBe(0);
  expect((await folder.run(EXPORT)).code).toBe(0);
  expect(leftovers(join(folder.path, 'data'))).toEqual([]);
  expect(damage(chatml)).toEqual([]);
  const rows = folder.read('data/curated/chatml/train.jsonl');
  expect((await folder.run(ANEW)).code).toBe(0);
  expect(folder.read('data/curated/chatml/train.jsonl')).toBe(rows);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s clears up at once and ends with %i', async (signal, expected) => {
  const random = new Random(expected);
  let interrupted = 0;
  for (let round = 0; round < 30 && interrupted < 6; round += 1) {
    const { code, stdout, stderr } = await disturbed(ANEW, 0.2 + 0.7 * random.share(), signal);
    expect([0, expected]).toContain(code);
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' });
    if (code === expected) interrupted += 1;
    expect(leftovers(join(folder.path, 'data'))).toEqual([]);
    expect(damage(chatml)).toEqual([]);
  }
  expect(interrupted).toBe(6);
});

test('a stream that is interrupted leaves nothing, and what a killed one left the next one removes', async () => {
  const scratch = () => readdirSync(join(folder.path, 'data/.curate')).filter((name) => name.startsWith('unpacked-'));
  const begin = () => folder.start([...ANEW, '-o', '-', '--data', join(folder.path, 'data')]);
  const interrupted = begin();
  await wait(duration * 0.6);
  expect(scratch()).toHaveLength(1);
  interrupted.kill('SIGTERM');
  expect((await interrupted.done).code).toBe(143);
  expect(scratch()).toEqual([]);
  const killed = begin();
  await wait(duration * 0.6);
  killed.kill('SIGKILL');
  await killed.done;
  expect(scratch()).toHaveLength(1);
  const last = begin();
  expect((await last.done).code).toBe(0);
  expect(scratch()).toEqual([]);
});
