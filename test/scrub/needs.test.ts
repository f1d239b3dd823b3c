import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DETECTORS } from '../../src/pipeline/scrub/detectors.ts';
import { meetsOneOf, type Need } from '../../src/pipeline/scrub/needs.ts';
import { longTextTraits } from '../../src/pipeline/scrub/reading/longTextTraits.ts';
import { readText } from '../../src/pipeline/scrub/reading/readText.ts';
import { finderOf, REGIONS } from './marked.ts';
import { mixedTexts } from './mixedTexts.ts';

/** Said to have everything, a text is looked at by every detector, whatever its needs and short cuts. */
test.each(DETECTORS.map(({ entity }) => entity))('%s finds as much as without its needs', (entity) => {
  const detector = DETECTORS.find((candidate) => candidate.entity === entity);
  const findAnyway = detector?.create({ regions: REGIONS });
  const find = finderOf(entity);
  fc.assert(
    fc.property(mixedTexts, (text) => {
      const { folded } = readText(text);
      expect(find(text)).toEqual(findAnyway?.(folded, longTextTraits(folded)));
    }),
    { numRuns: 1500 },
  );
});

/** Those whose words, numbers or capitals any text may have; how long they take on ordinary chat is told by `npm run bench:scrub`. */
const SEARCHING = new Set(['ADDRESS', 'DATE_OF_BIRTH', 'PERSON', 'SECRET', 'URL']);

test.each([
  'Boil 2 eggs for 7 minutes, then peel them.',
  'In 2024 it cost $1.99 (on offer): a bargain.',
  'The train leaves at 10:30 on 12 May; don’t be late!',
  'Version 3.2.1 is out: see the release-notes, e.g. [here](docs/index.html).',
  'const total = items.map((item) => item.size * 58).filter(Boolean);',
  'Was kostet das? Ungefähr 1.200 €, schätze ich – “höchstens”.',
  '你好，今天天气怎么样？我想去公园。',
])('nobody else looks at an ordinary message: %s', (text) => {
  const { folded, traits } = readText(text);
  const looking = DETECTORS.filter(({ entity, needs }) => !SEARCHING.has(entity) && meetsOneOf(needs)(folded, traits));
  expect(looking.map(({ entity }) => entity)).toEqual([]);
});

describe('a need is met', () => {
  const text = 'me@x.org (at) 10:20:30, 1.2.3, 555 0123 Abc-Def_9';
  const { folded, traits } = readText(text);
  const met = (need: Need) => meetsOneOf([need])(folded, traits);

  test.each<[Need, Need]>([
    [{ digits: 17 }, { digits: 18 }],
    [{ digitsInRow: 7 }, { digitsInRow: 8 }],
    [{ dottedNumbers: 3 }, { dottedNumbers: 4 }],
    [{ colonsInRow: 2 }, { colonsInRow: 3 }],
    [{ token: 9 }, { token: 10 }],
    [{ marks: '@:' }, { marks: '@%' }],
    [{ text: 'x.org' }, { text: 'X.org' }],
    [{ text: '0:2' }, { text: '@y' }],
    [
      { digits: 1, marks: '@' },
      { digits: 99, marks: '@' },
    ],
    [{}, { digits: Number.POSITIVE_INFINITY }],
  ])('%o, but not %o', (least, more) => {
    expect(met(least)).toBe(true);
    expect(met(more)).toBe(false);
  });

  test('by spelled signs only where there are some', () => {
    expect(met({ spelledSigns: true })).toBe(true);
    expect(meetsOneOf([{ spelledSigns: true }])('', readText('at the dot').traits)).toBe(false);
  });

  test('by any one of several', () => {
    expect(meetsOneOf([{ digits: 99 }, { digits: 2 }])(folded, traits)).toBe(true);
    expect(meetsOneOf([{ digits: 99 }, { token: 99 }])(folded, traits)).toBe(false);
    expect(meetsOneOf([])(folded, traits)).toBe(false);
  });
});
