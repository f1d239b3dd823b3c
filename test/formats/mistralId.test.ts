import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mistralId } from '../../src/formats/mistralId.ts';

test('ids have nine letters or digits, the same for the same call, and another for another', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (id, ordinal) => {
      expect(mistralId(id, ordinal)).toMatch(/^[a-zA-Z0-9]{9}$/);
      expect(mistralId(id, ordinal)).toBe(mistralId(id, ordinal));
      if (!/^[a-zA-Z0-9]{9}$/.test(id)) expect(mistralId(id, ordinal + 1)).not.toBe(mistralId(id, ordinal));
    }),
  );
});

test('an id that fits stays, so that a file of Mistral’s is written as it was', () => {
  expect(mistralId('abcDEF123', 7)).toBe('abcDEF123');
});
