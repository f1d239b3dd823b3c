import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinFeedback } from '../../src/pipeline/feedback/feedbackRows.ts';
import {
  conversation,
  decideOn,
  type FeedbackGiven,
  fates,
  feedbackOf,
  feedbackOn,
  messages,
  type Settings,
  verdicts,
} from './world.ts';

const ONE = conversation({ id: 'one' });
/** Three exchanges; the answers stand at 2, 4 and 6, behind the system message. */
const THREE = conversation({
  id: 'three',
  messages: messages('s:s', 'u:1', 'a:one', 'u:2', 'a:two', 'u:3', 'a:three'),
});

type Given = Omit<FeedbackGiven, 'id'>;
const STAR_LIMIT = { feedback: { min_stars: 4 } };

/** Decides on one conversation by feedback on it. */
function rate(about: typeof ONE, given: readonly Given[], settings: Settings = STAR_LIMIT) {
  const decisions = decideOn([about], feedbackOf(given.map((entry) => ({ id: about.id, ...entry }))), settings);
  const number = (value: number | undefined) => (Number.isNaN(value) ? undefined : value);
  return {
    verdict: verdicts(decisions)[0],
    rating: number(decisions.rating[0]),
    mean: number(decisions.meanRating[0]),
    ratings: decisions.ratings[0],
    exchanges: decisions.exchanges[0],
    measured: number(decisions.measured[0]),
    limit: number(decisions.limit[0]),
  };
}

describe('the rating of a conversation', () => {
  const cases: readonly (readonly [string, readonly Given[], number | undefined, number])[] = [
    ['one user', [{ user: 'u', rating: 4 }], 4, 1],
    [
      'the latest of one user counts',
      [
        { user: 'u', rating: 5, timestamp: 1 },
        { user: 'u', rating: 2, timestamp: 2 },
      ],
      2,
      1,
    ],
    [
      'by time, not by place in the file',
      [
        { user: 'u', rating: 2, timestamp: 2 },
        { user: 'u', rating: 5, timestamp: 1 },
      ],
      2,
      1,
    ],
    [
      'by place where the times are equal',
      [
        { user: 'u', rating: 5, timestamp: 1 },
        { user: 'u', rating: 2, timestamp: 1 },
      ],
      2,
      1,
    ],
    [
      'by place where no line has a time',
      [
        { user: 'u', rating: 5 },
        { user: 'u', rating: 2 },
      ],
      2,
      1,
    ],
    [
      'a dated line is later than one without date',
      [
        { user: 'u', rating: 5, timestamp: 1 },
        { user: 'u', rating: 2 },
      ],
      5,
      1,
    ],
    [
      'several users are averaged',
      [
        { user: 'u', rating: 5 },
        { user: 'v', rating: 2 },
        { user: 'w', rating: 5 },
      ],
      4,
      3,
    ],
    ['lines without user are one user', [{ rating: 5 }, { rating: 2 }, { user: 'u', rating: 4 }], 3, 2],
    [
      'a comment erases no rating',
      [
        { user: 'u', rating: 5, timestamp: 1 },
        { user: 'u', comment: 'Hm.', timestamp: 2 },
      ],
      5,
      1,
    ],
    ['a comment alone is no rating', [{ user: 'u', comment: 'Thanks' }], undefined, 0],
    [
      'a comment counts for nobody else',
      [
        { user: 'u', comment: 'Thanks' },
        { user: 'v', rating: 2 },
      ],
      2,
      1,
    ],
    ['a correction alone counts as 1', [{ user: 'u', correction: 'Better.' }], 1, 1],
    [
      'a rating of the same user wins over a correction',
      [
        { user: 'u', rating: 5, timestamp: 1 },
        { user: 'u', correction: 'B.', timestamp: 2 },
      ],
      5,
      1,
    ],
    [
      'a correction of another user counts beside it',
      [
        { user: 'u', rating: 5 },
        { user: 'v', correction: 'Better.' },
      ],
      3,
      2,
    ],
    ['a rating and a correction in one line', [{ user: 'u', rating: 4, correction: 'Better.' }], 4, 1],
    [
      'the only answer and the whole are one: the later word counts',
      [
        { user: 'u', rating: 5, message_index: 1 },
        { user: 'u', rating: 4 },
      ],
      4,
      1,
    ],
    ['nobody', [], undefined, 0],
  ];
  test.each(cases)('%s', (_note, given, rating, ratings) => {
    expect(rate(ONE, given)).toMatchObject({ rating, mean: rating, ratings });
  });

  test('does not depend on the order of lines with different times', () => {
    const line = fc.record({
      user: fc.constantFrom('u', 'v', undefined),
      message_index: fc.constantFrom(undefined, 2, 4),
      rating: fc.constantFrom(1, 3, 5, undefined),
      correction: fc.constantFrom(undefined, 'Better.'),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }).chain((lines) => {
          const dated = lines.map((entry, place) => ({ ...entry, timestamp: place + 1 }));
          return fc.tuple(fc.constant(dated), fc.shuffledSubarray(dated, { minLength: dated.length }));
        }),
        ([lines, shuffled]) => {
          expect(rate(THREE, shuffled)).toEqual(rate(THREE, lines));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('does not depend on how the lines lie in files', () => {
    const lines = [5, 2, 4, 1].map((rating, n) => ({ id: n % 2 === 0 ? 'one' : 'two', user: `u${n}`, rating }));
    const list = [ONE, conversation({ id: 'two' })];
    const parts = joinFeedback([feedbackOn(), feedbackOn(...lines.slice(0, 1)), feedbackOn(...lines.slice(1))]);
    const whole = decideOn(list, feedbackOn(...lines));
    const joined = decideOn(list, parts);
    expect(joined.rating).toEqual(whole.rating);
    expect([...joined.joined]).toEqual([1, 1, 1, 1]);
  });

  test('takes thousands of lines', () => {
    const lines = Array.from({ length: 2000 }, (_, n) => ({
      user: `u${n % 1000}`,
      rating: n < 1000 ? 1 : 4,
      timestamp: n,
    }));
    expect(rate(ONE, lines)).toMatchObject({ rating: 4, ratings: 1000 });
  });
});

test('200,000 bad answers of one conversation are no trouble', () => {
  const given = Array.from({ length: 200_000 }, (_, n) => ({ rating: n % 2 === 0 ? 1 : 2, message_index: n }));
  expect(rate(ONE, given)).toMatchObject({ verdict: 'rating.below_min', measured: 2 });
});

describe('what the rating decides', () => {
  test.each([
    ['the least that is enough', [4], 'kept'],
    ['a mean that is enough', [5, 3], 'kept'],
    ['less than that', [5, 2.9], 'rating.below_min'],
    ['a thumb down', [1], 'rating.below_min'],
    ['nothing', [], 'kept'],
  ])('%s', (_note, stars, verdict) => {
    expect(
      rate(
        ONE,
        stars.map((rating, n) => ({ user: `u${n}`, rating })),
      ),
    ).toMatchObject({ verdict });
  });

  test.each([3.3, 4.1, 4.2, 4.7, 4.9])(
    'a rating of exactly min_stars = %f passes, of one user and of several',
    (stars) => {
      for (const users of [1, 3, 7]) {
        const given = Array.from({ length: users }, (_, n) => ({ user: `u${n}`, rating: stars }));
        expect(rate(ONE, given, { feedback: { min_stars: stars } }).verdict, `${users} users`).toBe('kept');
        const answers = given.map((entry) => ({ ...entry, message_index: 2 }));
        expect(rate(THREE, answers, { feedback: { min_stars: stars } }).exchanges).toBe(3);
      }
    },
  );

  test('a drop tells the mean and the limit', () => {
    const found = rate(ONE, [
      { user: 'u', rating: 2 },
      { user: 'v', rating: 3 },
    ]);
    expect(found).toMatchObject({ verdict: 'rating.below_min', measured: 2.5, limit: 4 });
  });

  test('what nobody rated is kept or dropped as the config says; a comment is no rating', () => {
    const drop = { feedback: { unrated: 'drop' } };
    expect(rate(ONE, [], drop).verdict).toBe('rating.unrated');
    expect(rate(ONE, [{ comment: 'Thanks' }], drop).verdict).toBe('rating.unrated');
    expect(rate(ONE, [{ rating: 5 }], drop).verdict).toBe('kept');
  });

  test('record stages have the first word', () => {
    const plan = {
      stages: [{ use: 'min_answer_length', options: { chars: 100 } }],
      bad_turn: 'cut',
      ngram: 3,
    } as const;
    const decisions = decideOn([ONE], feedbackOn({ id: 'one', rating: 1 }), {}, plan);
    expect(verdicts(decisions)).toEqual(['min_answer_length.too_few_chars']);
    expect(decisions.rating[0], 'and still it counts for the figures').toBe(1);
  });
});

describe('feedback on one answer of several', () => {
  const at = (message_index: number, rating: number): Given => ({ user: 'u', message_index, rating });
  const DROP = { conversation: { bad_turn: 'drop' } };

  test.each([
    ['a bad last answer is cut off', [at(6, 1)], 'kept', 2],
    ['a bad second answer ends it before', [at(4, 1)], 'kept', 1],
    ['a bad first answer drops all', [at(2, 1)], 'rating.below_min', 3],
    ['the first bad one counts', [at(6, 1), at(4, 2)], 'kept', 1],
    ['a message_index of the question means its answer', [at(3, 1)], 'kept', 1],
    ['a message_index of the system message means the first answer', [at(0, 1)], 'rating.below_min', 3],
    ['a message_index beyond the end means the last answer', [at(99, 1)], 'kept', 2],
    ['good answers cut nothing', [at(2, 5), at(4, 4), at(6, 5)], 'kept', 3],
    ['a bad rating of the whole drops all', [{ user: 'u', rating: 1 }], 'rating.below_min', 3],
  ])('%s', (_note, given, verdict, exchanges) => {
    expect(rate(THREE, given)).toMatchObject({ verdict, exchanges });
  });

  test('with bad_turn: drop nothing is cut', () => {
    expect(rate(THREE, [at(6, 2)], DROP)).toMatchObject({
      verdict: 'rating.below_min',
      exchanges: 3,
      measured: 2,
      limit: 4,
    });
    expect(rate(THREE, [at(6, 4)], DROP)).toMatchObject({ verdict: 'kept', exchanges: 3 });
  });

  test('what is left is not judged by what was cut off', () => {
    expect(rate(THREE, [at(2, 5), at(6, 1)])).toMatchObject({
      verdict: 'kept',
      exchanges: 2,
      rating: 5,
      ratings: 1,
      mean: 3,
    });
    expect(rate(THREE, [at(6, 1)])).toMatchObject({ verdict: 'kept', rating: undefined, ratings: 0, mean: 1 });
  });

  test('what is left unrated by the cut is unrated', () => {
    expect(rate(THREE, [at(6, 1)], { feedback: { unrated: 'drop' } }).verdict).toBe('rating.unrated');
  });

  test('a bad rating of the whole still counts for what is left', () => {
    expect(rate(THREE, [{ user: 'v', rating: 2 }, at(6, 1)])).toMatchObject({
      verdict: 'rating.below_min',
      measured: 2,
    });
  });

  test('one user is one voice for each answer', () => {
    const given = [at(2, 5), { ...at(2, 1), timestamp: 5 }, { ...at(2, 5), timestamp: 6 }];
    expect(rate(THREE, given)).toMatchObject({ verdict: 'kept', rating: 5, ratings: 1 });
  });

  test('an exchange has one answer, whatever message_index says', () => {
    expect(rate(ONE, [at(0, 1)]).verdict).toBe('rating.below_min');
    expect(rate(ONE, [at(7, 1)]).verdict).toBe('rating.below_min');
  });
});

test('feedback without its conversation is an orphan: told apart, and without effect', () => {
  const lines = [
    { id: 'gone', rating: 1 },
    { id: 'one', rating: 5 },
    { id: 'gone', comment: 'x' },
    { id: 'two', comment: 'y' },
  ];
  const decisions = decideOn(
    [ONE, conversation({ id: 'two', messages: messages('u:q', 'a:other') })],
    feedbackOn(...lines),
  );
  expect([...decisions.joined]).toEqual([0, 1, 0, 1]);
  expect(verdicts(decisions)).toEqual(['kept', 'kept']);
  const late = decideOn([conversation({ id: 'gone' })], feedbackOn(...lines));
  expect([...late.joined], 'joined when its conversation arrives').toEqual([1, 0, 1, 0]);
  expect(fates(late)).toEqual(['rating.below_min']);
});

test('lines that share an id share its feedback', () => {
  const decisions = decideOn(
    [ONE, conversation({ id: 'one', messages: messages('u:more', 'a:much more') })],
    feedbackOn({ id: 'one', rating: 1 }),
  );
  expect(verdicts(decisions)).toEqual(['rating.below_min', 'rating.below_min']);
});
