import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import type { DataCardFacts } from '../../src/formats/dataCard.ts';
import { dataCard } from '../../src/formats/dataCard.ts';
import { formatNamed } from '../../src/formats/index.ts';
import { cardFacts } from './cardFacts.ts';
import { exampleOf, writerFor } from './render.ts';

const golden = (name: string) => readFileSync(new URL(`./golden/${name}`, import.meta.url), 'utf8');

test('the card of a large export', () => {
  expect(dataCard(cardFacts(formatNamed('chatml'), []))).toBe(golden('chatml.md'));
});

test('the card of a small export: no val, nobody rated, nothing searched for, columns that need their types', () => {
  const severalTurns = [{ user: 'a' }, { assistant: 'b' }, { user: 'c' }, { assistant: 'd' }];
  const facts: DataCardFacts = {
    ...cardFacts(formatNamed('alpaca'), [exampleOf({ turns: severalTurns })]),
    splits: [{ split: 'train', file: 'train.jsonl.gz', examples: 1, rows: 1 }],
    languages: {},
    records: 0,
    kept: 0,
    dropped: [],
    feedback: { entries: 0, joined: 0, orphans: 0, rated: 0, positive_rate: undefined, mean_stars: undefined },
    personal_data: [],
    keyed_ids: false,
  };
  expect(dataCard(facts)).toBe(golden('alpaca.md'));
});

describe('front matter', () => {
  const frontMatterOf = (changes: Partial<DataCardFacts>) => {
    const card = dataCard({ ...cardFacts(formatNamed('csv'), []), ...changes });
    return load(card.split('---\n')[1] ?? '');
  };

  test.each([
    [999, 'n<1K'],
    [1_000, '1K<n<10K'],
    [99_999, '10K<n<100K'],
    [2_000_000, '1M<n<10M'],
  ])('%i rows are %s', (rows, size) => {
    const splits = [{ split: 'train' as const, file: 'train.csv', examples: 1, rows }];
    expect(frontMatterOf({ splits })).toMatchObject({ size_categories: [size] });
  });

  test('languages are codes only, most frequent first; Norwegian is no boolean; regions are summed', () => {
    const languages = { en: 5, no: 7, 'pt-BR': 3, pt: 3, und: 9, 'call me on +44 20 7946 0123': 1, English: 2 };
    const card = dataCard({ ...cardFacts(formatNamed('csv'), []), languages });
    expect(frontMatterOf({ languages })).toMatchObject({ language: ['no', 'pt', 'en'] });
    expect(card).toContain('Examples by language: no 7, pt 6, en 5, unknown 12.');
    expect(card).not.toContain('7946');
  });

  test('only splits that have a file are named, and pandas is told that NA is a word', () => {
    const splits = [
      { split: 'train' as const, file: 'train.csv', examples: 1, rows: 2 },
      { split: 'val' as const, file: 'val.csv', examples: 1, rows: 1 },
    ];
    expect(frontMatterOf({ splits })).toMatchObject({
      configs: [
        {
          config_name: 'default',
          data_files: [
            { split: 'train', path: 'train.csv' },
            { split: 'validation', path: 'val.csv' },
          ],
          keep_default_na: false,
        },
      ],
    });
  });

  test('every column of a format is a feature', () => {
    const { columns } = writerFor(formatNamed('json'), []);
    const front = frontMatterOf({ columns });
    expect(front).toMatchObject({ dataset_info: { features: columns.map(({ name }) => ({ name })) } });
  });
});
