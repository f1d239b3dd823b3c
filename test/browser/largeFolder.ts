import { dateOf, dayNumber } from '../../src/measures/calendar.ts';
import type { ProgressReport, StatsReport } from '../../src/report/types.ts';
import * as samples from '../report/samples.ts';

/** Reports of a folder with a year of days, forty reasons, sixty languages and long names. */

const FIRST = dayNumber('2025-11-01');
const days = Array.from({ length: 365 }, (_, day) => ({
  date: dateOf(FIRST + day),
  records: 10_000,
  kept: 8_000 + (day % 7) * 100,
}));
const kept = days.reduce((sum, day) => sum + day.kept, 0);

const named = (count: number, name: (place: number) => string): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, place) => [name(place), 1000 - place]));

/** `aa`, `ab`, …: codes of two letters, some of which are languages. */
const code = (place: number): string => String.fromCharCode(97 + Math.floor(place / 26), 97 + (place % 26));

export const largeStats: StatsReport = {
  ...samples.stats,
  records: 3_650_000,
  kept,
  days,
  languages: named(60, code),
  intents: named(30, (place) => `${'a_label_of_some_length_'.repeat(4)}${place}`),
  frameworks: {},
  dropped: {
    total: 3_650_000 - kept,
    by_reason: named(40, (place) => `a_stage_with_a_long_name_${place}.for_a_reason_that_takes_words`),
  },
};

export const largeProgress: ProgressReport = {
  ...samples.progress,
  kept,
  days: days.map(({ date, kept: good }) => ({ date, kept: good })),
};
