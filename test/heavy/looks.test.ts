import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { EventBus } from '../../src/service/eventBus.ts';
import type { LookOutcome } from '../../src/service/looks/look.ts';
import { openLooks } from '../../src/service/looks/looks.ts';
import { ThreadSource } from '../../src/service/looks/threadSource.ts';
import { SAMPLE } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

// The thread that looks is the built one: `npm run build` first.
const FAILING = new URL('failingThread.mjs', import.meta.url);

function sampleFolder(): { folder: Workdir; data: string } {
  const folder = new Workdir();
  const data = join(folder.path, 'data');
  cpSync(SAMPLE, join(data, 'training_logs'), { recursive: true });
  return { folder, data };
}

function closedAfterwards(source: ThreadSource): ThreadSource {
  onTestFinished(() => source.close());
  return source;
}

const statsIn = (outcome: LookOutcome) => (outcome.kind === 'look' ? outcome.look.stats : outcome);

test('what the thread sees is what the commands print', async () => {
  const { folder, data } = sampleFolder();
  const outcome = await closedAfterwards(new ThreadSource({ data })).look();
  if (outcome.kind !== 'look') throw new Error(JSON.stringify(outcome));
  for (const command of ['stats', 'progress'] as const) {
    const { stdout, code } = await folder.run([command, '--json', '--quiet']);
    expect(code).toBe(0);
    expect(outcome.look[command]).toEqual(JSON.parse(stdout));
  }
});

test('while it looks again and again, exports from the command line go on as if nobody did, and the cache stays whole', async () => {
  const { folder, data } = sampleFolder();
  const source = closedAfterwards(new ThreadSource({ data }));
  const log = join(data, 'training_logs/conversations_2026-10-31.jsonl');
  let isOver = false;
  const exporting = (async () => {
    for (let round = 0; round < 5; round++)
      expect(await folder.run(['export', '--quiet'])).toMatchObject({ code: 0, stderr: '' });
    isOver = true;
  })();
  for (let count = 0; !isOver; count++) {
    const line = { example_id: `more-${count}`, user_message: `What is ${count}?`, assistant_message: 'A number.' };
    appendFileSync(log, `${JSON.stringify(line)}\n`);
    expect((await source.look()).kind).toBe('look');
  }
  await exporting;
  const seen = statsIn(await source.look());
  const fresh = await folder.run(['stats', '--json', '--quiet', '--no-cache']);
  if ('kind' in seen && seen.kind === 'same') return;
  expect(seen).toEqual(JSON.parse(fresh.stdout));
});

test.each([
  ['throws', 'TypeError'],
  ['rejects', 'RangeError'],
  ['exits', 'exit code 3'],
  ['eats', 'ERR_WORKER_OUT_OF_MEMORY'],
])('a thread that %s is told without its text, and another one is started', async (data, why) => {
  const source = closedAfterwards(new ThreadSource({ data }, FAILING, 64));
  expect(await source.look()).toEqual({ kind: 'crash', why });
  expect(await source.look()).toEqual({ kind: 'crash', why });
});

test('after a crash the numbers come back', async () => {
  const { data } = sampleFolder();
  const [broken, whole] = [new ThreadSource({ data: 'throws' }, FAILING), new ThreadSource({ data })];
  let looks = 0;
  const source = { look: () => (looks++ === 0 ? broken : whole).look(), close: () => whole.close() };
  const served = openLooks({ data }, parseConfig({}, 'a test'), new EventBus(), { source });
  onTestFinished(() => served.close());
  await expect(served.stats()).rejects.toMatchObject({ status: 503 });
  const until = Date.now() + 20_000;
  let records = 0;
  while (records === 0 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    served.changed();
    records = await served.stats().then(
      (stats) => stats.records,
      () => 0,
    );
  }
  expect(records).toBe(2056);
});

// A look of this folder takes 25 MB of the heap, however often it is taken; 80 KB more with each would end the thread.
test('two hundred looks fit into the heap of one', async () => {
  const folder = new Workdir().write({ 'data/training_logs/conversations_2026-01-01.jsonl': '' });
  const data = join(folder.path, 'data');
  const source = closedAfterwards(new ThreadSource({ data }, undefined, 40));
  const log = (name: string, line: object) =>
    appendFileSync(join(data, 'training_logs', name), `${JSON.stringify(line)}\n`);
  for (let look = 0; look < 200; look++) {
    const id = `c-${look % 50}`;
    log('conversations_2026-01-01.jsonl', { id, user_message: 'Where is it?', assistant_message: 'Here.' });
    log('feedback_2026-01-01.jsonl', { id, stars: 5, comment: `Call +49 30 901820, ${look}` });
    expect((await source.look()).kind).toBe('look');
  }
});
