import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typingOf } from '../../src/measures/keyboard.ts';
import { isMash } from '../../src/measures/mash.ts';

test('counts letters, vowels, capitals and neighbours of the keyboard that fits best', () => {
  expect(typingOf('asdf', 10)).toMatchObject({ letters: 4, others: 0, vowelShare: 0.25, neighbourShare: 1 });
  expect(typingOf('фыва 12', 10)).toMatchObject({ letters: 4, others: 2, neighbourShare: 1 });
  expect(typingOf('ABBA', 10)).toMatchObject({ capitalShare: 1, vowelShare: 0.5, neighbourShare: 0 });
  expect(typingOf('the rest is not looked at', 3).letters).toBe(3);
});

test('letters at random are mash', () => {
  const consonants = fc.stringMatching(/^[bcdfghjklmnpqrstvwxz]{4,9}$/);
  fc.assert(
    fc.property(fc.array(consonants, { minLength: 8, maxLength: 30 }), (words) => isMash(words.join(' '), 12)),
    { seed: 6 },
  );
});

test('digits, capitals and other scripts are none, however they come', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z0-9 .,]{0,200}$/), (text) => !isMash(text, 12)),
    { seed: 6 },
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[\u3041-\u3096\u4e00-\u9fff ]{0,200}$/), (text) => !isMash(text, 12)),
    { seed: 6 },
  );
});
