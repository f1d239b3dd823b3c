import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasTrait, Trait } from '../../src/measures/traits.ts';
import { anyText } from './anyText.ts';

/** What each trait means, by a regex over the whole text. */
const MEANINGS: readonly (readonly [keyof typeof Trait, RegExp])[] = [
  ['oddSpace', /[\t\v\f\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/],
  [
    'invisible',
    /(?![\t\n\v\f\r\u0085])\p{Cc}|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u,
  ],
  ['c1Control', /[\u0080-\u009f]/],
  ['spaceTooMany', / [ \n]/],
  ['misreadBytes', /[Â-ô][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/],
];

test.each(MEANINGS)('%s is not missed, in any text', (name, meaning) => {
  fc.assert(
    fc.property(anyText, (text) => {
      if (meaning.test(text)) expect(hasTrait(text, Trait[name])).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  'Plain words, as most texts have: "nothing" (at all) is amiss.\n\n- one\n- two\n',
  'Ça va très bien — “merci”…',
  'Привет, 你好。こんにちは! 안녕 🙂 ಠ',
])('most texts have none: %s', (text) => {
  const { oddSpace, invisible, c1Control, spaceTooMany, misreadBytes } = Trait;
  expect(hasTrait(text, oddSpace | invisible | c1Control | spaceTooMany | misreadBytes)).toBe(false);
});

test('a text without unsettled characters is in form C', () => {
  const settled = fc.string({ unit: 'binary' }).filter((text) => !hasTrait(text, Trait.unsettled));
  fc.assert(
    fc.property(settled, fc.constantFrom('a', 'か', 'ᄒ', '한', '하', 'क', ''), (text, before) => {
      expect((before + text).normalize('NFC').endsWith(text)).toBe(true);
      expect(text.normalize('NFC')).toBe(text);
    }),
  );
  const wrong: string[] = [];
  for (let unit = 0; unit < 0xd800; unit++) {
    const character = String.fromCharCode(unit);
    if (hasTrait(character, Trait.unsettled)) continue;
    for (const before of ['a', 'か', 'ᄒ', '하', 'क', 'ರ', '\u0301']) {
      if ((before + character).normalize('NFC') !== before.normalize('NFC') + character) wrong.push(character);
    }
  }
  expect(wrong).toEqual([]);
  for (const text of ['Ordinary', 'déjà', 'Привет', '你好', 'かな', '한글', '🙂', '“”…'])
    expect(hasTrait(text, Trait.unsettled), text).toBe(false);
});
