import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentKey, ratingWords, SHORT_COMMENT, shortened } from '../../src/dashboard/commentWords.ts';
import { exportNews, isUnderWay, sortedFiles, splitsOf } from '../../src/dashboard/exportWords.ts';
import { bytes, count, languageName, percent, rate, reasonWords } from '../../src/dashboard/format.ts';
import { FORMAT_GROUPS } from '../../src/dashboard/formats.ts';
import { largest, sum } from '../../src/dashboard/largest.ts';
import { milestoneTrack } from '../../src/dashboard/milestoneTrack.ts';
import { spanWords } from '../../src/dashboard/spanWords.ts';
import { tileWords } from '../../src/dashboard/tileWords.ts';
import { lasting, shownTime } from '../../src/dashboard/times.ts';
import { FORMATS } from '../../src/formats/index.ts';
import * as samples from '../report/samples.ts';

test('numbers', () => {
  expect([0.0001, 0.15029, 0.9999, 1, null].map(percent)).toEqual([
    '<0.1\u00a0%',
    '15.0\u00a0%',
    '99.9\u00a0%',
    '100.0\u00a0%',
    '–',
  ]);
  expect([388.4, 37.43, 0.041, 40].map(rate)).toEqual(['388', '37.4', '0.04', '40']);
  expect([0, 999, 1000, 38_500, 999_960, 1_100_000, 5e12].map(bytes)).toEqual(
    ['0 B', '999 B', '1.0 kB', '38.5 kB', '1.0 MB', '1.1 MB', '5.0 TB'].map((text) => text.replace(' ', '\u00a0')),
  );
  expect([count(1, 'file'), count(1234, 'file')]).toEqual(['1 file', '1,234 files']);
});

test('names', () => {
  expect(['de', 'zh', 'zxx-not a code'].map(languageName)).toEqual(['German', 'Chinese', 'zxx-not a code']);
  expect(reasonWords('min_answer_length.too_few_chars')).toBe('min answer length: too few chars');
});

describe('times', () => {
  const now = Date.UTC(2026, 9, 31, 12);

  test('are the reader’s, with UTC for who points at them', () => {
    const late = '2026-10-31T20:15:30.000Z';
    expect(shownTime(late, now, 'UTC')).toMatchObject({ text: '31 Oct, 20:15', title: '2026-10-31 20:15:30 UTC' });
    // In Kolkata it is the day after by then.
    expect(shownTime(late, now, 'Asia/Kolkata')?.text).toBe('1 Nov, 01:45');
    expect(shownTime('2024-02-29T00:00:00Z', now, 'UTC')?.text).toBe('29 Feb 2024, 00:00');
    expect(shownTime('no time', now)).toBeUndefined();
  });

  test('spans', () => {
    expect([-5, 400, 89_000, 91_000, 7_200_000, 259_200_000].map(lasting)).toEqual([
      '0 s',
      '0 s',
      '89 s',
      '2 min',
      '2 h',
      '3 days',
    ]);
  });
});

test('of many counts the smallest are added up, and none is lost', () => {
  const counts = fc.dictionary(fc.string(), fc.nat({ max: 1000 }));
  const law = fc.property(counts, fc.integer({ min: 2, max: 9 }), (given, most) => {
    const rows = largest(given, most);
    expect(rows.length).toBeLessThanOrEqual(most);
    expect(sum(rows.map(({ value }) => value))).toBe(sum(Object.values(given)));
    const named = rows.filter(({ key }) => key !== undefined).map(({ value }) => value);
    expect(named).toEqual([...named].sort((a, b) => b - a));
  });
  fc.assert(law);
  expect(largest({ a: 1, b: 5, c: 0, d: 1, e: 1 }, 3)).toEqual([
    { key: 'b', label: 'b', value: 5 },
    { key: 'a', label: 'a', value: 1 },
    { key: undefined, label: 'others (2)', value: 2 },
  ]);
});

describe('tiles', () => {
  test('say how the numbers stand to their targets', () => {
    const tiles = tileWords(samples.stats, samples.progress);
    expect(tiles.map(({ id }) => id)).toEqual(['records', 'kept', 'rated', 'positive']);
    const { feedback } = samples.stats;
    const aim = samples.progress.targets.find(({ name }) => name === 'feedback_rate');
    expect(tiles[2]).toMatchObject({ value: percent(feedback.rate), met: aim?.met, mark: aim?.target });
  });

  test('wait for what is not there', () => {
    expect(tileWords(undefined, samples.progress)).toEqual([]);
    expect(tileWords(samples.stats, undefined)).toHaveLength(4);
    const unrated = { ...samples.stats, feedback: { ...samples.stats.feedback, rate: null, positive_rate: null } };
    expect(tileWords(unrated, samples.progress)[3]).toMatchObject({ value: '–', share: 0 });
    expect(tileWords(unrated, samples.progress)[3]).not.toHaveProperty('met');
  });
});

describe('milestones', () => {
  const at = (place: number, reached: boolean) => ({
    at: place,
    name: `m${place}`,
    reached,
    on: reached ? '2026-10-13' : null,
    expected: reached ? null : '2027-02-16',
  });

  test('each step counts from the one before', () => {
    const milestones = [at(1000, true), at(5000, false), at(10_000, false)];
    const steps = milestoneTrack({ ...samples.progress, kept: 3000, goal: 10_000, milestones });
    expect(steps.map(({ state, share }) => [state, share])).toEqual([
      ['reached', 1],
      ['next', 0.5],
      ['ahead', 0],
    ]);
    expect(steps.map(({ words }) => words)).toEqual([
      '✓ 13 October 2026',
      'about 16 February 2027',
      'about 16 February 2027',
    ]);
  });

  test('a goal without a milestone stands among them', () => {
    const steps = milestoneTrack({ ...samples.progress, kept: 500, goal: 2000, milestones: [at(1000, false)] });
    expect(steps.map(({ at: place, name }) => [place, name])).toEqual([
      ['1,000', 'm1000'],
      ['2,000', 'goal'],
    ]);
  });
});

test('the span of the numbers', () => {
  const day = (date: string) => ({ date, records: 1, kept: 1 });
  expect(spanWords({ days: [day('2026-09-01'), day('2026-10-31')], sessions: 706, users: 1 })).toBe(
    '1 September to 31 October 2026 · 706 sessions · 1 user',
  );
  expect(spanWords({ days: [], sessions: 0, users: 0 })).toBe('nothing collected yet');
});

describe('comments', () => {
  test('ratings are said in words, too', () => {
    expect(ratingWords({ stars: 4, thumbs: null })).toEqual({ seen: '★★★★☆', said: '4 of 5 stars' });
    expect(ratingWords({ stars: null, thumbs: 'down' })).toEqual({ seen: '▼', said: 'thumb down' });
    expect(ratingWords({ stars: 900, thumbs: null }).seen).toBe('★★★★★');
    expect(ratingWords({ stars: null, thumbs: null }).said).toBe('not rated');
  });

  test('long ones are cut between two characters', () => {
    expect(shortened('short')).toEqual({ text: 'short', isCut: false });
    const law = fc.property(fc.string({ unit: 'grapheme', minLength: 100, maxLength: 600 }), (comment) => {
      const { text, isCut } = shortened(comment);
      expect(text.isWellFormed()).toBe(comment.isWellFormed());
      expect(text.length).toBeLessThanOrEqual(SHORT_COMMENT + 1);
      expect(isCut).toBe(comment.length > SHORT_COMMENT);
    });
    fc.assert(law, { numRuns: 50 });
  });

  test('are told apart', () => {
    const comment = { conversation_id: 'a', timestamp: null, stars: null, thumbs: null, comment: 'b' };
    expect(commentKey(comment)).toBe(commentKey({ ...comment }));
    expect(commentKey(comment)).not.toBe(commentKey({ ...comment, conversation_id: 'a"', comment: '' }));
  });
});

describe('exports', () => {
  const made = {
    id: 'one',
    format: 'chatml',
    status: 'running',
    requested: '2026-01-01T00:00:00.000Z',
    ended: null,
    report: null,
    problem: null,
    files: [],
  } as const;

  test('splits are read from whatever account there is', () => {
    expect(splitsOf({ splits: { train: 8, val: 1, test: 1 } })).toEqual({ train: 8, val: 1, test: 1 });
    for (const other of [null, 7, {}, { splits: { train: 8 } }, { splits: 'none' }])
      expect(splitsOf(other)).toBeUndefined();
  });

  test('the splits’ files stand in front, in their order', () => {
    const names = ['provenance/train.jsonl', 'test.jsonl', 'README.md', 'train.parquet', 'val.jsonl'];
    const { splits, others } = sortedFiles(names.map((name) => ({ name, bytes: 1 })));
    expect(splits.map(({ name }) => name)).toEqual(['train.parquet', 'val.jsonl', 'test.jsonl']);
    expect(others.map(({ name }) => name)).toEqual(['provenance/train.jsonl', 'README.md']);
  });

  test('what became of one is told once', () => {
    const before = new Map([['one', 'running']]);
    expect(exportNews(before, [{ ...made, status: 'done' }])).toEqual(['Export chatml: done.']);
    expect(exportNews(before, [{ ...made, status: 'failed', problem: 'No rows' }])).toEqual([
      'Export chatml: failed: No rows.',
    ]);
    expect(exportNews(before, [made, { ...made, id: 'of others' }])).toEqual([]);
    expect([made, { ...made, status: 'done' } as const].map(isUnderWay)).toEqual([true, false]);
  });

  test('every format can be chosen, and no other', () => {
    const offered = FORMAT_GROUPS.flatMap(({ formats }) => formats);
    expect([...offered].sort()).toEqual(FORMATS.map(({ name }) => name).sort());
  });
});
