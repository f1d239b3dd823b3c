import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Blanks } from '../../../src/engine/forget/blanks.ts';

/** Texts, of which some go; and the size of the pieces that come. */
const lines = fc.array(
  fc.record({ text: fc.string({ unit: fc.constantFrom('a', 'b', '"'), maxLength: 30 }), goes: fc.boolean() }),
);
const steps = fc.integer({ min: 1, max: 12 });

function blanked(pieces: readonly { text: string; goes: boolean }[], step: number, array: boolean): string {
  const ranges: number[] = [];
  let at = 0;
  for (const { text, goes } of pieces) {
    if (goes) ranges.push(at, at + text.length);
    at += text.length + 1;
  }
  const bytes = Buffer.from(pieces.map(({ text }) => `${text}\n`).join(''));
  const blanks = new Blanks(ranges, array);
  for (let from = 0; from < bytes.length; from += step) blanks.over(bytes.subarray(from, from + step));
  return bytes.toString();
}

describe('blanks over lines', () => {
  test('every other byte stays where it was, whatever the pieces', () => {
    fc.assert(
      fc.property(lines, steps, (pieces, step) => {
        const expected = pieces.map(({ text, goes }) => `${goes ? ' '.repeat(text.length) : text}\n`).join('');
        expect(blanked(pieces, step, false)).toBe(expected);
      }),
    );
  });

  test('an element of an array becomes null', () => {
    fc.assert(
      fc.property(lines, steps, (pieces, step) => {
        const nothing = (length: number) => 'null'.slice(0, length).padEnd(length);
        const expected = pieces.map(({ text, goes }) => `${goes ? nothing(text.length) : text}\n`).join('');
        expect(blanked(pieces, step, true)).toBe(expected);
      }),
    );
  });
});
