import type { GapsReport, ThresholdsReport, WhatIfReport } from '../../src/report/types.ts';

export const asked: WhatIfReport = {
  settings: [
    { key: 'min_answer_length.chars', before: 50, after: 100 },
    { key: 'balance.language', before: {}, after: { en: 0.6, tr: 0.4 } },
  ],
  records: 12_056,
  kept: { before: 10_747, after: 4_453 },
  examples: { before: 5_120, after: 2_204 },
  added: 3,
  gone: 6_297,
  moved: 1,
  unsure: 8,
  splits: {
    train: { before: 8_401, after: 2_107 },
    val: { before: 1_183, after: 1_183 },
    test: { before: 1_163, after: 1_163 },
  },
  dropped: {
    min_answer_length: { before: 28, after: 63 },
    'dedup.near_duplicate': { before: 64, after: 64 },
    'balance.over_share': { before: 0, after: 5_819 },
  },
};

/** Somebody asked for what is set already. */
export const askedNothing: WhatIfReport = {
  ...asked,
  settings: [{ key: 'feedback.min_stars', before: 4, after: 4 }],
  kept: { before: 10, after: 10 },
  added: 0,
  gone: 0,
  moved: 0,
  unsure: 0,
  splits: { train: { before: 8, after: 8 }, val: { before: 1, after: 1 }, test: { before: 1, after: 1 } },
  dropped: { 'rating.below_min': { before: 2, after: 2 } },
};

export const curve: ThresholdsReport = {
  key: 'max_answer_length.chars',
  current: null,
  records: 2_056,
  points: [
    { limit: 100, kept: 261, unsure: 272 },
    { limit: 1000, kept: 1_746, unsure: 162 },
    { limit: 20_000, kept: 1_773, unsure: 0 },
    { limit: null, kept: 1_773, unsure: 0 },
  ],
};

export const curveOfStars: ThresholdsReport = {
  key: 'feedback.min_stars',
  current: 4,
  records: 2_056,
  points: [
    { limit: 1, kept: 1_797, unsure: 0 },
    { limit: 4, kept: 1_773, unsure: 0 },
    { limit: 5, kept: 0, unsure: 0 },
  ],
};

export const gaps: GapsReport = {
  goal: 50_000,
  examples: 1_747,
  facets: [
    {
      facet: 'language',
      by: 'balance',
      labels: [
        { label: 'tr', examples: 50, share: 50 / 1_747, wanted: 0.4, missing: 19_950 },
        { label: '(others)', examples: 3, share: 3 / 1_747, wanted: 0.1, missing: 4_997 },
      ],
    },
    {
      facet: 'intent',
      by: 'even',
      labels: Array.from({ length: 14 }, (_, n) => ({
        label: `an intent with a name that goes on and on ${n}`,
        examples: n,
        share: n / 900,
        wanted: 1 / 20,
        missing: 1_280 - n,
      })),
    },
    { facet: 'rating', by: 'goal', labels: [{ label: 'rated', examples: 0, share: 0, wanted: 0.1, missing: 5_000 }] },
  ],
};

export const noGaps: GapsReport = { goal: 1_000, examples: 2_000, facets: [] };
