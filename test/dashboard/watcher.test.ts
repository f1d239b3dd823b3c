import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Outcome } from '../../src/dashboard/state/outcome.ts';
import { Watcher } from '../../src/dashboard/watcher.ts';
import type { ServiceEvent } from '../../src/service/eventBus.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Stream = Outcome<ReadableStream<Uint8Array>>;

/** A watcher on streams that the test opens, writes and ends. */
function watched(openings: readonly ((signal: AbortSignal) => Stream)[]) {
  const onAway = vi.fn();
  const events: ServiceEvent[] = [];
  const states: boolean[] = [];
  let times = 0;
  const open = vi.fn(
    async (signal: AbortSignal): Promise<Stream> => openings[times++]?.(signal) ?? { kind: 'away', detail: 'gone' },
  );
  const watcher = new Watcher({
    open,
    onEvent: (event) => events.push(event),
    onLive: (isLive) => states.push(isLive),
    onAway,
    mostSilenceMs: 5000,
  });
  return { watcher, open, events, states, onAway };
}

function stream() {
  const made = new TransformStream<Uint8Array, Uint8Array>();
  const writer = made.writable.getWriter();
  return {
    opened: (signal: AbortSignal): Stream => {
      // As fetch does: what is aborted breaks off.
      signal.addEventListener('abort', () => void writer.abort(new Error('aborted')).catch(() => {}));
      return { kind: 'ok', value: made.readable };
    },
    write: (text: string) => writer.write(new TextEncoder().encode(text)),
    end: () => writer.close(),
  };
}

const LOOKED = 'event: looked\ndata: {"type":"looked","at":"now"}\n\n';

test('events are handed on, and a stream that ends is opened again', async () => {
  const [first, second] = [stream(), stream()];
  const { watcher, open, events, states } = watched([first.opened, second.opened]);
  watcher.start();
  await vi.advanceTimersByTimeAsync(0);
  await first.write(LOOKED.slice(0, 20));
  await first.write(LOOKED.slice(20));
  await first.end();
  await vi.advanceTimersByTimeAsync(1000);
  expect(open).toHaveBeenCalledTimes(2);
  await second.write(LOOKED);
  await vi.advanceTimersByTimeAsync(0);
  expect(events).toEqual([
    { type: 'looked', at: 'now' },
    { type: 'looked', at: 'now' },
  ]);
  expect(states).toEqual([true, false, true]);
  watcher.stop();
});

test('while it cannot be opened it waits longer and longer, unless there is reason to hurry', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const { watcher, open, onAway } = watched([]);
  watcher.start();
  await vi.advanceTimersByTimeAsync(0);
  for (const [pause, calls] of [
    [1000, 2],
    [2000, 3],
    [3999, 3],
    [1, 4],
  ] as const) {
    await vi.advanceTimersByTimeAsync(pause);
    expect(open).toHaveBeenCalledTimes(calls);
  }
  expect(onAway).toHaveBeenCalledTimes(4);
  watcher.hurry();
  await vi.advanceTimersByTimeAsync(0);
  expect(open).toHaveBeenCalledTimes(5);
  watcher.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(open).toHaveBeenCalledTimes(5);
});

test('a stream that is silent for too long is given up; one that says that it is there is not', async () => {
  const quiet = stream();
  const { watcher, states } = watched([quiet.opened]);
  watcher.start();
  await vi.advanceTimersByTimeAsync(4000);
  await quiet.write(': still here\n\n');
  await vi.advanceTimersByTimeAsync(4000);
  expect(states).toEqual([true]);
  await vi.advanceTimersByTimeAsync(1001);
  expect(states).toEqual([true, false]);
  watcher.stop();
});

test('without the right to it there is nothing to wait for; another start tries again', async () => {
  const { watcher, open } = watched([
    () => ({ kind: 'token', detail: 'No.' }),
    () => ({ kind: 'role', detail: 'No.' }),
  ]);
  watcher.start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(open).toHaveBeenCalledTimes(1);
  watcher.stop();
  watcher.start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(open).toHaveBeenCalledTimes(2);
  watcher.stop();
});
