import type { DataCardFacts } from '../../src/formats/dataCard.ts';
import { type Example, type Format, PLAIN_SHAPE } from '../../src/formats/format.ts';
import { PLAIN_OPTIONS, writerFor } from './render.ts';

function columnsOf(format: Format, examples: readonly Example[]): DataCardFacts['columns'] {
  if (format.kind === 'conversations') return writerFor(format, examples).columns;
  return format.open(PLAIN_SHAPE, PLAIN_OPTIONS).columns;
}

/** Made-up facts of an export with everything in it. */
export function cardFacts(format: Format, examples: readonly Example[]): DataCardFacts {
  const file = (split: string) => `${split}.${format.extension}`;
  return {
    format,
    container: format.extension,
    columns: columnsOf(format, examples),
    version: '0.1.0',
    config_hash: '9f86d081884c7d65',
    splits: [
      { split: 'train', file: file('train'), examples: 9876, rows: 12_345 },
      { split: 'val', file: file('val'), examples: 1200, rows: 1300 },
      { split: 'test', file: file('test'), examples: 1199, rows: 1299 },
    ],
    languages: { en: 9000, de: 3000, und: 275 },
    records: 1_234_567,
    kept: 12_275,
    dropped: [
      { stage: 'min_answer_length', reason: 'too_few_chars', meaning: 'the answer says almost nothing', dropped: 2000 },
      { stage: 'rating', reason: 'low', meaning: 'mean rating under `min_stars` | or thumb down', dropped: 1_220_000 },
      { stage: 'dedup', reason: 'near_duplicate', meaning: 'another one like it was kept', dropped: 292 },
      { stage: 'caps', reason: 'max_per_user', meaning: 'the user has enough examples', dropped: 0 },
    ],
    feedback: { entries: 5000, joined: 4900, orphans: 100, rated: 4500, positive_rate: 0.7125, mean_stars: 4.126 },
    personal_data: [
      { entity: 'email', action: 'replaced by a placeholder' },
      { entity: 'phone', action: 'replaced by a placeholder' },
    ],
    keyed_ids: true,
  };
}
