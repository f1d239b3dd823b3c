import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weightsFor } from '../../src/pipeline/signals/balance.ts';

test('the weights bring the labels into the range that KTO wants, and the lower one is 1', () => {
  const count = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(count, count, (good, bad) => {
      const { desirable, undesirable } = weightsFor(good, bad) ?? { desirable: 0, undesirable: 0 };
      expect(Math.min(desirable, undesirable)).toBe(1);
      const ratio = (good * desirable) / (bad * undesirable);
      expect(ratio).toBeGreaterThanOrEqual(1);
      expect(ratio).toBeLessThanOrEqual(4 / 3);
    }),
  );
});

test('labels in balance need no weights, and one kind of label has none', () => {
  expect(weightsFor(120, 100)).toEqual({ desirable: 1, undesirable: 1 });
  expect([weightsFor(0, 5), weightsFor(5, 0)]).toEqual([null, null]);
});
