import { expect, test } from 'vitest';
import { buffersIn } from '../../src/engine/buffersIn.ts';

test('finds the memory of typed arrays at any depth, each block once', () => {
  const block = new ArrayBuffer(64);
  const numbers = new Float64Array(3);
  const data = {
    text: 'a',
    nothing: null,
    rows: [{ views: [new Uint8Array(block, 0, 8), new Uint8Array(block, 8)], numbers }, 7],
  };
  expect(new Set(buffersIn(data))).toEqual(new Set([block, numbers.buffer]));
  expect(buffersIn(data).length).toBe(2);
  expect(buffersIn('text')).toEqual([]);
});
