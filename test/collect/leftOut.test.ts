import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PeopleWatch } from '../../src/collect/peopleWatch.ts';
import { NotWritten } from '../../src/collect/types.ts';
import { pseudonymizer } from '../../src/measures/pseudonym.ts';
import { CollectWorld, KEY } from './world.ts';

const PAIR = { user_message: 'a question', assistant_message: 'an answer' };
const pseudonym = pseudonymizer(KEY);

function forgotten(kind: string, id: string): string {
  return `${JSON.stringify({ kind, pseudonym: pseudonym(id), keyed: true, key: '', at: '2026-01-01T00:00:00.000Z' })}\n`;
}

test.each(['at_curation', 'at_write'])('nothing of who is left out is stored (%s)', async (scrub) => {
  const world = new CollectWorld({ collect: { scrub }, privacy: { opt_out: 'out.txt' } });
  world.write('out.txt', `ann\n${pseudonym('ben')}\n`);
  const entries = [forgotten('user', 'cleo'), forgotten('session', 's-7'), forgotten('conversation', 'c-7')];
  world.write('privacy/forgotten.jsonl', entries.join('') + forgotten('session of user', 's-8'));
  const { conversations, feedback, close } = await world.open();
  const leftOut = [
    { ...PAIR, user_id: 'ann' },
    { ...PAIR, metadata: { user: 'ann' } },
    { ...PAIR, user_hash: pseudonym('ann') },
    { ...PAIR, user_id: 'ben' },
    { ...PAIR, user_id: 'cleo' },
    { ...PAIR, user_hash: pseudonym('cleo') },
    { ...PAIR, user_id: 'dora', session_id: 's-7' },
    { ...PAIR, conversation_id: 'c-7' },
    { ...PAIR, session_id: 's-8' },
  ];
  for (const conversation of leftOut)
    expect(await conversations.log(conversation), JSON.stringify(conversation)).toMatchObject({ status: 'opted_out' });
  const said = [
    { conversation_id: 'c-1', user_id: 'ann' },
    { conversation_id: 'c-1', user_hash: pseudonym('cleo') },
    { conversation_id: 'c-7' },
  ];
  for (const about of said)
    expect(await feedback.submit({ ...about, stars: 1 })).toMatchObject({ status: 'opted_out' });
  expect(await conversations.log({ ...PAIR, user_id: 'dora', session_id: 's-8' })).toMatchObject({ status: 'stored' });
  await close();
  expect(conversations.counts).toMatchObject({ stored: 1, opted_out: leftOut.length });
  expect(feedback.counts).toMatchObject({ stored: 0, opted_out: said.length });
  expect(world.lines('conversations')).toHaveLength(1);
});

test('feedback on what was left out is left out, too, though it names nobody', async () => {
  const world = new CollectWorld({ privacy: { opt_out: 'out.txt' } }).write('out.txt', 'ann\n');
  const { conversations, feedback, close } = await world.open();
  const { conversation_id } = await conversations.log({ ...PAIR, user_id: 'ann' });
  expect(await feedback.submit({ conversation_id, comment: 'mine' })).toMatchObject({ status: 'opted_out' });
  expect(await feedback.submit({ conversation_id: 'another', comment: 'mine' })).toMatchObject({ status: 'stored' });
  await close();
});

/** A watch whose clock stands still until it is told to go on. */
function watched(opt_out: string | null = 'out.txt', timeout_ms = 2000) {
  const world = new CollectWorld().write('out.txt', 'ann\n');
  let now = 0;
  const watch = new PeopleWatch({ data: world.data, opt_out, id_key: KEY, timeout_ms, ticks: () => now });
  const isOut = async (user: string): Promise<boolean> =>
    (await watch.current)({ id: undefined, user, session: undefined });
  return { path: join(world.data, 'out.txt'), world, isOut, watch, pass: (ms: number) => (now += ms) };
}

test('a list that changes is heeded within a second, and looked at no more often', async () => {
  const { path, isOut, watch, pass } = watched();
  expect([await isOut('ann'), await isOut('ben')]).toEqual([true, false]);
  expect(watch.current).not.toBeInstanceOf(Promise);
  writeFileSync(path, 'ben\n'); // as long as before
  pass(999);
  expect([await isOut('ann'), await isOut('ben')]).toEqual([true, false]);
  pass(1);
  expect([await isOut('ann'), await isOut('ben')]).toEqual([false, true]);
});

test('who is forgotten while the collector is open is left out', async () => {
  const { world, isOut, pass } = watched();
  expect(await isOut('cleo')).toBe(false);
  world.write('privacy/forgotten.jsonl', forgotten('user', 'cleo'));
  pass(1000);
  expect(await isOut('cleo')).toBe(true);
});

test('while a list cannot be read nobody is let in; then it goes on', async () => {
  const { path, world, isOut, pass } = watched();
  expect(await isOut('ben')).toBe(false);
  rmSync(path);
  pass(1000);
  await expect(isOut('ben')).rejects.toThrow(NotWritten);
  await expect(isOut('ben')).rejects.toThrow(/there is no such file\. `privacy\.opt_out`/);
  world.write('out.txt', 'ben, ann\n');
  await expect(isOut('ben')).rejects.toThrow(/one id a line/);
  world.write('out.txt', 'ben\n').write('privacy/forgotten.jsonl', 'torn');
  await expect(isOut('ben')).rejects.toThrow(/forgotten\.jsonl, line 1/);
  world.write('privacy/forgotten.jsonl', '');
  expect(await isOut('ben')).toBe(true);
});

test('a list that is missing at the beginning opens nothing', async () => {
  await expect(new CollectWorld({ privacy: { opt_out: 'none.txt' } }).open()).rejects.toThrow(/no such file/);
});
