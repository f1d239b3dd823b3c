import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutOffOf } from '../../src/measures/cutOff.ts';

const words = fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 5, maxLength: 12 });
const sentence = words.map((list) => `The ${list.join(' ')}`);
const prose = fc.array(sentence, { minLength: 4, maxLength: 12 });

test('prose whose last sentence ends is whole, and without its mark it is cut', () => {
  fc.assert(
    fc.property(prose, fc.constantFrom(' ', '\n\n'), (sentences, between) => {
      const text = `${sentences.join(`.${between}`)}`;
      expect(cutOffOf(`${text}.`, 100)).toBeUndefined();
      if (between === ' ') expect(cutOffOf(text, 100)).toBe('no_end');
    }),
    { seed: 6 },
  );
});

test('whatever the text, code that is closed, and no more, is whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (code) => {
      const block = `\`\`\`\n${code.replaceAll('`', '')}\n`;
      expect(cutOffOf(`${block}\`\`\``, 1)).toBeUndefined();
    }),
    { seed: 6 },
  );
});

test('ideographs count twice', () => {
  const text = '这条河发源于山区。然后它向北流去';
  expect(cutOffOf(text, 2 * text.length - 1)).toBe('no_end');
  expect(cutOffOf(text, 2 * text.length + 1)).toBeUndefined();
});

test('a long last line of open code takes no time', () => {
  const start = performance.now();
  cutOffOf(`\`\`\`\n${'a b '.repeat(250_000)}`, 1);
  expect(performance.now() - start).toBeLessThan(1000);
});
