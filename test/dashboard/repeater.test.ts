import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Repeater } from '../../src/dashboard/repeater.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('it runs at once, then after the pause that each run asks for', async () => {
  const pauses = [1000, 5000, 1000];
  const run = vi.fn(async () => pauses.shift() ?? 1000);
  const repeater = new Repeater(run);
  repeater.start();
  await vi.advanceTimersByTimeAsync(999);
  expect(run).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(run).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(4999);
  expect(run).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(run).toHaveBeenCalledTimes(3);
  repeater.stop();
});

test('asked a hundred times while it runs, it runs once more', async () => {
  const run = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return 60_000;
  });
  const repeater = new Repeater(run);
  repeater.start();
  for (let asked = 0; asked < 100; asked++) repeater.request();
  await vi.advanceTimersByTimeAsync(1000);
  expect(run).toHaveBeenCalledTimes(2);
  repeater.stop();
});

test('stopped, it runs no more, and asking starts nothing', async () => {
  const run = vi.fn(async () => 100);
  const repeater = new Repeater(run);
  repeater.start();
  await vi.advanceTimersByTimeAsync(50);
  repeater.stop();
  repeater.request();
  await vi.advanceTimersByTimeAsync(1000);
  expect(run).toHaveBeenCalledTimes(1);
  repeater.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(run).toHaveBeenCalledTimes(2);
  repeater.stop();
});
