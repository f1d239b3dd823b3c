import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forLastTexts } from '../../src/measures/lastTexts.ts';

test('a text is measured once while it is among the last, and never taken for another', () => {
  let measured = 0;
  const upper = forLastTexts((text) => {
    measured++;
    return text.toUpperCase();
  });
  const conversation = ['a question', 'its answer, which is longer', 'thanks'];
  for (let stage = 0; stage < 5; stage++) for (const text of conversation) expect(upper(text)).toBe(text.toUpperCase());
  expect(measured).toBe(3);
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 })), (texts) => {
      for (const text of texts) expect(upper(text)).toBe(text.toUpperCase());
    }),
  );
});

test('long texts are not kept', () => {
  let measured = 0;
  const length = forLastTexts((text) => {
    measured++;
    return text.length;
  });
  const long = 'x'.repeat(100_000);
  expect([length(long), length(long), measured]).toEqual([100_000, 100_000, 2]);
});
