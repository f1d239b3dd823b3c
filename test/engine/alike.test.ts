import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areAlike } from '../../src/engine/write/alike.ts';

describe('two answers are alike', () => {
  test.each([
    ['equal but for case, white space and punctuation', 'Yes, of course!', 'yes  of course', 1],
    ['equal signs', '42 %', '42 %', 1],
    ['one letter of forty', `${'a'.repeat(39)}b`, `${'a'.repeat(39)}c`, 0.95],
    ['a word of many thousand', `start ${'word '.repeat(20_000)}`, `begin ${'word '.repeat(20_000)}`, 0.95],
  ])('%s', (_name, one, other, limit) => {
    expect(areAlike(one, other, limit)).toBe(true);
  });

  test.each([
    ['another word in a short answer', 'The capital is Lyon.', 'The capital is Paris.', 0.95],
    ['nothing but signs, and others', '+', '-', 0.95],
    ['one letter of ten', 'aaaaaaaaab', 'aaaaaaaaac', 0.95],
    ['one letter where only equal ones count', `${'a'.repeat(99)}b`, `${'a'.repeat(99)}c`, 1],
    ['long ones of other words', 'one two three '.repeat(2000), 'four five six '.repeat(2000), 0.95],
  ])('and not: %s', (_name, one, other, limit) => {
    expect(areAlike(one, other, limit)).toBe(false);
  });

  test('whichever comes first', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.double({ min: 0, max: 1, noNaN: true }), (one, other, limit) => {
        expect(areAlike(one, other, limit)).toBe(areAlike(other, one, limit));
        expect(areAlike(one, one, limit)).toBe(true);
      }),
    );
  });

  test('in linear time where little is in common', () => {
    const [one, other] = ['ab '.repeat(300_000), 'ba '.repeat(300_000)];
    const began = process.cpuUsage().user;
    areAlike(one, other, 0.95);
    expect(process.cpuUsage(undefined).user - began).toBeLessThan(3_000_000); // microseconds
  });
});
