import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Random } from '../../scripts/random.ts';
import { damage, filesBelow, leftovers, sha256 } from '../commands/exported.ts';
import { Workdir } from '../commands/workdir.ts';
import { FragileLogs } from './rawFaults.ts';

const ROUNDS = 200;
const EXPORT = ['export', '--quiet'];
const COMMANDS = [EXPORT, ['stats', '--json']];

const folder = new Workdir();
const fresh = new Workdir();
const random = new Random(20_261_121);

test(`${ROUNDS} times of trouble: the next run writes what a fresh folder would`, async () => {
  mkdirSync(join(folder.path, 'data/training_logs'), { recursive: true });
  const logs = new FragileLogs(join(folder.path, 'data'), random);
  // The quicker of two, the second of which finds digests: kills are to come while there is something to kill.
  const duration = Math.min(await exportTime(), await exportTime());
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);

  for (let round = 0; round < ROUNDS; round += 1) {
    for (const fault of before(logs)) {
      fault.happen();
      count(`before: ${fault.name}`);
    }
    for (const what of await disturbedRun(logs, duration)) count(what);
    await expectLikeFresh(round);
  }

  process.stdout.write(`${JSON.stringify({ rounds: ROUNDS, milliseconds: Math.round(duration), ...sorted(seen) })}\n`);
  expect(seen.get('killed')).toBeGreaterThan(ROUNDS * 0.15);
  expect(seen.get('ended well')).toBeGreaterThan(ROUNDS * 0.15);
});

/** What befalls the logs and the cache between two runs. */
function before(logs: FragileLogs): { name: string; happen: () => void }[] {
  return [...(random.chance(0.5) ? [logs.raw()] : []), ...(random.chance(0.4) ? [logs.digest()] : [])];
}

/** A run that is killed, or whose logs change under it, or both; tells what happened. */
async function disturbedRun(logs: FragileLogs, duration: number): Promise<string[]> {
  const kills = random.chance(0.6);
  const fault = !kills || random.chance(0.3) ? logs.raw() : undefined;
  const end = random.share() * duration;
  const moment = random.share() * end;
  const { kill, done } = folder.start(random.pick(COMMANDS));
  await wait(moment);
  fault?.happen();
  await wait(end - moment);
  if (kills) kill('SIGKILL');
  const { code, stderr } = await done;
  // 2 is for the export that found a log rewritten under it, which says so.
  expect([0, 2, 137]).toContain(code);
  if (code === 2) expect(stderr).toContain('the file was changed while it was read');
  const outcome = { 0: 'ended well', 2: 'refused', 137: 'killed' }[code] ?? '';
  return [outcome, ...(fault === undefined ? [] : [`during: ${fault.name}`])];
}

/** A run with the cache, and one without in a folder that has nothing but the raw logs, write the same bytes. */
async function expectLikeFresh(round: number): Promise<void> {
  rmSync(join(fresh.path, 'data'), { recursive: true, force: true });
  cpSync(join(folder.path, 'data/training_logs'), join(fresh.path, 'data/training_logs'), { recursive: true });
  const runs = await Promise.all([folder.run(EXPORT), fresh.run([...EXPORT, '--no-cache'])]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  const written = chatml(folder);
  expect(damage(written), `round ${round}`).toEqual([]);
  expect(hashes(written), `round ${round}`).toEqual(hashes(chatml(fresh)));
  expect(leftovers(join(folder.path, 'data')), `round ${round}`).toEqual([]);
  expect(existsSync(join(fresh.path, 'data/.curate'))).toBe(false);
}

const chatml = ({ path }: Workdir): string => join(path, 'data/curated/chatml');

/** Every file of an export but the manifest, which carries a time. */
function hashes(exported: string): string[] {
  const files = filesBelow(exported).filter((file) => file !== 'manifest.json');
  expect(files).toContain('train.jsonl');
  return files.map((file) => `${file} ${sha256(readFileSync(join(exported, file)))}`);
}

async function exportTime(): Promise<number> {
  const began = performance.now();
  expect((await folder.run(EXPORT)).code).toBe(0);
  return performance.now() - began;
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}
