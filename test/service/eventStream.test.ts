import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EventBus } from '../../src/service/eventBus.ts';
import { eventStream } from '../../src/service/eventStream.ts';

let events = new EventBus();
beforeEach(() => {
  vi.useFakeTimers();
  events = new EventBus();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What a reader has heard. */
function readerOf(stream = eventStream(events)) {
  let text = '';
  let ended = false;
  stream.setEncoding('utf8').on('data', (more: string) => {
    text += more;
  });
  stream.on('end', () => {
    ended = true;
  });
  return { stream, text: () => text, ended: () => ended };
}
const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const looked = { type: 'looked', at: '2026-01-01T00:00:00.000Z' } as const;
const collected = (conversations: number) => ({ type: 'collected', conversations, feedback: 0 }) as const;

test('it begins with how things stand, and goes on with what happens', async () => {
  events.publish(collected(3));
  events.publish({ ...looked, at: 'earlier' });
  events.publish(looked);
  const reader = readerOf();
  events.publish({ type: 'export', id: 'one', status: 'running' });
  await after(0);
  expect(reader.text()).toBe(
    [
      'retry: 3000',
      'id: 1\nevent: collected\ndata: {"type":"collected","conversations":3,"feedback":0}',
      `id: 2\nevent: looked\ndata: ${JSON.stringify(looked)}`,
      'id: 3\nevent: export\ndata: {"type":"export","id":"one","status":"running"}',
      '',
    ].join('\n\n'),
  );
});

test('of thousands of stored lines four a second are told, the last one always', async () => {
  const reader = readerOf();
  for (let count = 1; count <= 3000; count++) {
    events.publish(collected(count));
    await after(1);
  }
  await after(1000);
  const told = [...reader.text().matchAll(/"conversations":(\d+)/g)].map(([, count]) => Number(count));
  expect(told.length).toBeLessThan(15);
  expect(told.at(-1)).toBe(3000);
});

test('a comment every fifteen seconds keeps the connection', async () => {
  const reader = readerOf();
  await after(46_000);
  expect(reader.text().match(/: still here\n\n/g)).toHaveLength(3);
});

test('who reads too slowly is dropped, and costs nothing any more', async () => {
  const slow = eventStream(events);
  const quick = readerOf();
  slow.on('error', () => {});
  for (let count = 0; count < 5000; count++) {
    events.publish(looked);
    if (count % 100 === 0) await after(1);
  }
  await after(1);
  expect(slow.destroyed).toBe(true);
  expect(slow.readableLength).toBeLessThan(80_000);
  expect(events.listeners).toBe(1);
  expect(quick.text().match(/^event: looked$/gm)).toHaveLength(5000);
});

test('who goes away is not told any more', async () => {
  const reader = readerOf();
  expect(events.listeners).toBe(1);
  events.publish(collected(1));
  reader.stream.destroy();
  await after(1);
  expect(events.listeners).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('at the end all streams end, also those that come later', async () => {
  const reader = readerOf();
  events.publish(collected(1));
  events.publish(collected(2));
  events.close();
  const late = readerOf();
  await after(1000);
  expect([reader.ended(), late.ended()]).toEqual([true, true]);
  expect(events.listeners).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
