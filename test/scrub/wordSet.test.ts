import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordSet } from '../../src/pipeline/scrub/wordSet.ts';

describe('a set of words tells', () => {
  const words = wordSet('u street straße\n  út улица');

  test.each(['u', 'U', 'Street', 'STREET', 'straße', 'út', 'Улица'])('%s', (word) => {
    expect(words.isAt(`4 ${word}.`, 2, 2 + word.length)).toBe(true);
    expect(words.has(word.toLowerCase())).toBe(true);
  });

  test.each(['', 'a', 'tu', 'treet', 'streets', 'meet', 'utú'])('but not "%s"', (word) => {
    expect(words.isAt(`4 ${word}.`, 2, 2 + word.length)).toBe(false);
    expect(words.has(word)).toBe(false);
  });

  test('the same words where they stand as alone', () => {
    const part = fc.constantFrom('u', 's', 'street', 'et', 'ße', 'ú', 't', ' ', 'İ', 'К');
    fc.assert(
      fc.property(fc.array(part), part, fc.array(part), (before, word, after) => {
        const start = before.join('').length;
        const text = before.join('') + word + after.join('');
        expect(words.isAt(text, start, start + word.length)).toBe(words.has(word.toLowerCase()));
      }),
    );
  });
});
