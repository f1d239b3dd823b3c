import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IntegerSet } from '../../src/measures/integerSet.ts';

const integer = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));

test('it says what a Set says, text after text, whatever room was made', () => {
  const set = new IntegerSet();
  const fill = fc.record({
    expected: fc.nat(200),
    reserved: fc.nat(300),
    values: fc.array(integer, { maxLength: 300, size: 'max' }),
  });
  fc.assert(
    fc.property(fc.array(fill, { maxLength: 4 }), (fills) => {
      for (const { expected, reserved, values } of fills) {
        const plain = new Set<number>();
        set.clear(expected);
        for (const [place, value] of values.entries()) {
          if (place === 7) set.reserve(reserved);
          const key = value === 0 ? 1 : value;
          expect(set.add(value)).toBe(plain.has(key));
          plain.add(key);
        }
      }
    }),
  );
});

test('it holds a million, and is emptied of them', () => {
  const set = new IntegerSet();
  set.clear(0);
  let there = 0;
  for (let round = 0; round < 2; round++) {
    for (let value = 1; value <= 1e6; value++) if (set.add(Math.imul(value, 0x9e3779b1))) there++;
  }
  expect(there).toBe(1e6);
  set.clear(10);
  expect(set.add(0x9e3779b1)).toBe(false);
});
