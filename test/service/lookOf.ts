import type { Look } from '../../src/service/looks/look.ts';

const LENGTHS = { mean: 0, p50: 0, p95: 0, max: 0 };

/** A look at a folder of so many records, of which nothing else is known. */
export function lookOf(records: number): Look {
  return {
    stats: {
      lines: records,
      blank: 0,
      pending: 0,
      malformed: 0,
      records,
      kept: records,
      sessions: 0,
      users: 0,
      days: [],
      quality_rate: null,
      feedback: {
        entries: 5,
        joined: 5,
        orphans: 0,
        malformed: 0,
        rated: 4,
        rate: null,
        positive_rate: 0.75,
        mean_stars: 4.25,
        stars: { 1: 1, 2: 0, 3: 0, 4: 0, 5: 3 },
        comments: 2,
        corrections: 1,
      },
      languages: {},
      intents: {},
      frameworks: {},
      complexity: {},
      lengths: { user: LENGTHS, assistant: LENGTHS },
      dropped: { total: 0, by_reason: {} },
      quarantine: {},
      changed: {},
      funnel: [],
    },
    progress: {
      goal: 100,
      kept: records,
      percent: records,
      per_day: 0,
      per_day_7: 0,
      per_day_28: 0,
      as_of: null,
      eta: null,
      eta_range: [null, null],
      reached_on: null,
      milestones: [],
      targets: [],
      days: [],
    },
    comments: [],
  };
}
