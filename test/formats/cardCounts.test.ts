import { describe, expect, test } from 'vitest';
import { type CardChange, cardWithCounts } from '../../src/formats/cardCounts.ts';
import { type DataCardFacts, dataCard } from '../../src/formats/dataCard.ts';
import { FORMATS, formatNamed } from '../../src/formats/index.ts';
import { cardFacts } from './cardFacts.ts';

const REASON = { name: 'privacy.forgotten', meaning: 'somebody went' };

/** What a fresh card would say, and the change that leads there. */
function changed(facts: DataCardFacts, left: Readonly<Record<string, readonly [examples: number, rows: number]>>) {
  const splits = facts.splits.map((split) => {
    const [examples = split.examples, rows = split.rows] = left[split.split] ?? [];
    return { ...split, examples, rows };
  });
  const gone = facts.splits.reduce((sum, { examples }, at) => sum + examples - (splits[at]?.examples ?? 0), 0);
  const languages = { de: 3000, en: 9000 - gone };
  const change: CardChange = {
    splits: facts.splits.map(({ split, file, examples, rows }, at) => ({
      split,
      file,
      examples: [examples, splits[at]?.examples ?? 0],
      rows: [rows, splits[at]?.rows ?? 0],
    })),
    records: facts.records,
    kept: [facts.kept, facts.kept - gone],
    reason: { ...REASON, dropped: gone },
    languages,
  };
  const fresh: DataCardFacts = {
    ...facts,
    splits: splits.filter(({ rows }) => rows > 0),
    kept: facts.kept - gone,
    languages,
    dropped: [...facts.dropped, { stage: 'privacy', reason: 'forgotten', meaning: REASON.meaning, dropped: gone }],
  };
  return { change, expected: dataCard(fresh) };
}

describe.each(FORMATS.map((format) => [format.name, format] as const))('the card of %s', (_name, format) => {
  const facts = cardFacts(format, []);

  test('says after a change what a fresh one would', () => {
    const { change, expected } = changed(facts, { train: [9000, 9100], test: [1198, 1298] });
    expect(cardWithCounts(dataCard(facts), change)).toBe(expected);
  });

  test('says nothing more of a split that is empty', () => {
    const { change, expected } = changed(facts, { train: [0, 0] });
    expect(cardWithCounts(dataCard(facts), change)).toBe(expected);
  });
});

test('a second change adds to the first', () => {
  const facts = cardFacts(formatNamed('chatml'), []);
  const first = changed(facts, { train: [9000, 9100] });
  const second = changed(facts, { train: [8000, 8100] });
  const between: CardChange = {
    ...second.change,
    splits: second.change.splits.map((split) =>
      split.split === 'train' ? { ...split, examples: [9000, 8000], rows: [9100, 8100] } : split,
    ),
    kept: [first.change.kept[1], second.change.kept[1]],
  };
  expect(cardWithCounts(first.expected, between)).toBe(second.expected);
});

test('what people wrote into the card stays', () => {
  const facts = cardFacts(formatNamed('chatml'), []);
  const note = '\n## Ours\n\nKept of us all: 3. | train | and more\n';
  const { change, expected } = changed(facts, { train: [9000, 9100] });
  expect(cardWithCounts(dataCard(facts) + note, change)).toBe(expected + note);
});
