import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLOCK_UNITS, copyUnits, UNITS } from '../../src/measures/codeUnits.ts';
import { anyText } from './anyText.ts';

test('the blocks of a text are its units, each with what follows behind it', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: BLOCK_UNITS - 3, max: BLOCK_UNITS }), (text, most) => {
      for (let start = 0; start < text.length; start += most) {
        const length = copyUnits(text, start);
        expect(length).toBe(Math.min(BLOCK_UNITS, text.length - start));
        const rest = text.slice(start, start + length + 4);
        expect(String.fromCharCode(...UNITS.subarray(0, rest.length))).toBe(rest);
        if (start + rest.length === text.length) expect(UNITS[rest.length]).toBe(0);
      }
    }),
    { numRuns: 300 },
  );
});
