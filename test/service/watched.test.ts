import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EventBus, type ServiceEvent } from '../../src/service/eventBus.ts';
import { openMetrics } from '../../src/service/metrics.ts';
import { watchedCollector } from '../../src/service/watchedCollector.ts';
import { EXCHANGE, FakeCollector, FakeLooks } from './helpers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const collector = new FakeCollector();
  const looks = new FakeLooks();
  const events = new EventBus();
  const heard: ServiceEvent[] = [];
  events.listen((event) => heard.push(event));
  const metrics = openMetrics(collector, events, false);
  return { ...watchedCollector(collector, events, looks, metrics), collector, looks, heard };
}

test('watchers hear at once that something was stored, and then four times a second at the most', async () => {
  const { conversations, feedback, heard, looks } = watched();
  await conversations.log(EXCHANGE);
  expect(heard).toEqual([{ type: 'collected', conversations: 1, feedback: 0 }]);
  for (let at = 0; at < 50; at++) await conversations.log(EXCHANGE);
  await feedback.submit({ conversation_id: 'c', thumbs: 'up' });
  expect(heard.length).toBe(1);
  vi.advanceTimersByTime(250);
  expect(heard.slice(1)).toEqual([{ type: 'collected', conversations: 51, feedback: 1 }]);
  // Every line is a reason to look; when, is for those who look to say.
  expect(looks.timesChanged).toBe(52);
  vi.advanceTimersByTime(10_000);
  expect(heard.length).toBe(2);
  await conversations.log(EXCHANGE);
  expect(heard.length).toBe(3);
});

test('what is not stored is no news, and an error stays one', async () => {
  const { conversations, collector, heard } = watched();
  collector.instead = () => Promise.resolve({ status: 'opted_out', conversation_id: 'c' });
  await conversations.log(EXCHANGE);
  collector.instead = () => Promise.reject(new Error('no disk'));
  await expect(conversations.log(EXCHANGE)).rejects.toThrow('no disk');
  expect(heard).toEqual([]);
});

test('once it is stopped, nothing is told any more', async () => {
  const { conversations, heard, stop } = watched();
  await conversations.log(EXCHANGE);
  await conversations.log(EXCHANGE);
  stop();
  vi.advanceTimersByTime(1000);
  expect(heard.length).toBe(1);
});
