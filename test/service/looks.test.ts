import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { EventBus, type ServiceEvent } from '../../src/service/eventBus.ts';
import type { Look, LookOutcome, LookSource } from '../../src/service/looks/look.ts';
import { openLooks } from '../../src/service/looks/looks.ts';
import { lookOf } from './lookOf.ts';

/** Looks that take as long as it is said, and tell in `records` the how manieth they are. */
class Clockwork implements LookSource {
  took = 20;
  looks = 0;
  atOnce = 0;
  mostAtOnce = 0;
  closed = false;
  next: (look: Look) => LookOutcome = (look) => ({ kind: 'look', look });

  async look(): Promise<LookOutcome> {
    this.atOnce++;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    const look = lookOf(++this.looks);
    await new Promise((resolve) => setTimeout(resolve, this.took));
    this.atOnce--;
    return this.next(look);
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}

let source = new Clockwork();
let heard: ServiceEvent[] = [];
const opened = (refresh_seconds = 30) => {
  const events = new EventBus();
  events.listen((event) => heard.push(event));
  const { serve } = parseConfig({ serve: { refresh_seconds } }, 'a test');
  return openLooks({ data: 'nowhere' }, { serve }, events, { source, now: () => Date.now() });
};
const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  source = new Clockwork();
  heard = [];
});

afterEach(() => {
  vi.useRealTimers();
});

test('the first look begins by itself, and who asks meanwhile waits for it', async () => {
  const looks = opened();
  const stats = looks.stats();
  await after(30);
  expect((await stats).records).toBe(1);
  expect(heard).toEqual([{ type: 'looked', at: expect.stringMatching(/^\d{4}-/) }]);
});

test('who asks after something was stored has numbers of a look that began later', async () => {
  const looks = opened();
  await after(1000);
  const before = source.looks;
  looks.changed();
  const stats = looks.stats();
  await after(30);
  expect((await stats).records).toBe(before + 1);
});

test('what is stored during a look is seen by the next one', async () => {
  source.took = 100;
  const looks = opened();
  await after(50);
  looks.changed();
  const stats = looks.stats();
  await after(60); // the look that began before is through
  await after(500);
  expect((await stats).records).toBe(2);
});

test('ten thousand changes in ten seconds are some forty looks, never two at once', async () => {
  const looks = opened();
  for (let change = 0; change < 10_000; change++) {
    looks.changed();
    await after(1);
  }
  expect(source.looks).toBeGreaterThan(30);
  expect(source.looks).toBeLessThan(45);
  expect(source.mostAtOnce).toBe(1);
});

test('looks that take a second are followed by four seconds of rest', async () => {
  source.took = 1000;
  const looks = opened();
  for (let tenth = 0; tenth < 190; tenth++) {
    looks.changed();
    await after(100);
  }
  expect(source.looks).toBe(5); // at 0, 1.25, 6.25, 11.25 and 16.25 seconds
});

test('one that was slow for once, as the first one is, holds up nobody', async () => {
  source.took = 60_000;
  const looks = opened();
  await after(60_001);
  source.took = 20;
  looks.changed();
  const stats = looks.stats();
  await after(300);
  expect((await stats).records).toBe(2);
});

test('who would wait too long for new numbers has the ones that are there', async () => {
  source.took = 1000;
  const looks = opened();
  looks.changed();
  await after(10);
  looks.changed();
  await after(1001 + 250 + 1001); // two looks
  looks.changed();
  let answered = false;
  const stats = looks.stats().finally(() => {
    answered = true;
  });
  await after(0);
  expect(answered).toBe(true);
  expect((await stats).records).toBe(2);
});

test('nobody waits for ever: for the first numbers eight seconds, for newer ones a second and a half', async () => {
  source.took = 60_000;
  const looks = opened();
  const refused = expect(looks.stats()).rejects.toMatchObject({
    status: 503,
    message: expect.stringContaining('first time'),
  });
  await after(8001);
  await refused;
  await after(60_000);
  looks.changed();
  await after(300); // the second look is under way
  expect(source.atOnce).toBe(1);
  let answered = false;
  const stats = looks.stats().finally(() => {
    answered = true;
  });
  await after(1499);
  expect(answered).toBe(false);
  await after(2);
  expect(answered).toBe(true);
  expect((await stats).records).toBe(1);
});

test('files that others write are looked at every three seconds, or as often as the page refreshes', async () => {
  opened();
  await after(30_000);
  expect(source.looks).toBeGreaterThan(8);
  expect(source.looks).toBeLessThan(12);
  source = new Clockwork();
  opened(1);
  await after(10_000);
  expect(source.looks).toBeGreaterThan(8);
});

test('a look that finds all as it was changes nothing and tells nobody', async () => {
  const looks = opened();
  await after(30);
  source.next = () => ({ kind: 'same' });
  await after(10_000);
  expect((await looks.stats()).records).toBe(1);
  expect(heard).toHaveLength(1);
});

test('a broken config is told as the sentence that it is, until it is mended', async () => {
  const looks = opened();
  await after(30);
  source.next = () => ({ kind: 'problem', sentence: 'curate.yaml: goal: expected a mapping.' });
  await after(4000);
  await expect(looks.stats()).rejects.toMatchObject({ status: 503, message: 'curate.yaml: goal: expected a mapping.' });
  await expect(looks.progress()).rejects.toMatchObject({ status: 503 });
  await expect(looks.comments(5)).rejects.toMatchObject({ status: 503 });
  source.next = (look) => ({ kind: 'look', look });
  await after(4000);
  expect((await looks.stats()).records).toBeGreaterThan(1);
});

test('comments that cannot be scrubbed keep nobody from the numbers', async () => {
  source.next = (look) => ({ kind: 'look', look: { ...look, comments: 'The recogniser cannot be reached.' } });
  const looks = opened();
  await after(30);
  expect((await looks.stats()).records).toBe(1);
  await expect(looks.comments(5)).rejects.toMatchObject({ status: 503, message: 'The recogniser cannot be reached.' });
});

test('a thread that crashes again and again is started ever less often, and the last numbers stay', async () => {
  const looks = opened();
  await after(30);
  source.next = () => ({ kind: 'crash', why: 'ERR_WORKER_OUT_OF_MEMORY' });
  looks.changed();
  await after(1);
  for (let second = 0; second < 600; second++) {
    looks.changed();
    await after(1000);
  }
  expect(source.looks).toBeGreaterThan(10);
  expect(source.looks).toBeLessThan(20);
  expect((await looks.stats()).records).toBe(1);
  source.next = (look) => ({ kind: 'look', look });
  await after(61_000);
  looks.changed();
  await after(300);
  expect((await looks.stats()).records).toBeGreaterThan(10);
});

test('with no numbers yet a crash is told', async () => {
  source.next = () => ({ kind: 'crash', why: 'ERR_WORKER_OUT_OF_MEMORY' });
  const looks = opened();
  await after(30);
  await expect(looks.stats()).rejects.toMatchObject({ status: 503, message: expect.stringContaining('OUT_OF_MEMORY') });
});

test('once it is closed nobody waits, and no look begins', async () => {
  source.took = 5000;
  const looks = opened();
  const refused = expect(looks.stats()).rejects.toMatchObject({
    status: 503,
    message: expect.stringContaining('stop'),
  });
  await after(10);
  await looks.close();
  await refused;
  looks.changed();
  await after(60_000);
  expect(source.looks).toBe(1);
  expect(source.closed).toBe(true);
});

test('with nobody who listens or asks there is the first look and no other, whatever is stored', async () => {
  const events = new EventBus();
  const { serve } = parseConfig({}, 'a test');
  const looks = openLooks({ data: 'nowhere' }, { serve }, events, { source, now: () => Date.now() });
  await after(30);
  for (let second = 0; second < 20; second++) {
    looks.changed();
    await after(1000);
  }
  expect(source.looks).toBe(1);
  const stats = looks.stats();
  await after(30);
  expect((await stats).records).toBe(2);
  await after(60_000);
  const rested = source.looks;
  await after(60_000);
  expect(source.looks).toBe(rested);
  // What other processes have written meanwhile is seen by who asks, though nobody said so.
  const later = looks.stats();
  await after(30);
  expect((await later).records).toBe(rested + 1);
  const stop = events.listen(() => {});
  await after(30);
  expect(source.looks).toBeGreaterThan(rested);
  stop();
});
