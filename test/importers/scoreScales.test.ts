import { describe, expect, test } from 'vitest';
import { ScoreScales, wordRating } from '../../src/importers/scoreScales.ts';

/** What scores of one name mean, all of them known. */
function ratingsOf(name: string, values: readonly unknown[]) {
  const scales = new ScoreScales();
  for (const value of values) scales.see(name, value);
  return values.map((value) => scales.ratingOf(name, value));
}

const up = { thumbs: 'up' };
const down = { thumbs: 'down' };
const stars = (number: number) => ({ stars: number });

describe('scores', () => {
  test.each([
    ['0 and 1', [1, 0], [up, down]],
    ['1 and -1', [1, -1], [up, down]],
    ['1 alone', [1, 1], [up, up]],
    ['1 to 2', [1, 2], [stars(1), stars(2)]],
    ['1 to 5', [1, 5, 3.5], [stars(1), stars(5), stars(3.5)]],
    ['0 to 5', [0, 4], [undefined, stars(4)]],
    ['means from 0 to 1', [0.5, 1, 0], [stars(3), stars(5), stars(1)]],
    ['means from -1 to 1', [-1, 0.5], [stars(1), stars(4)]],
    ['1 to 10', [1, 10], [undefined, undefined]],
    ['a hundredth', [-5, 1], [undefined, undefined]],
    ['truths', [true, false], [up, down]],
    ['words', ['positive', 'thumbs_down', 'so so'], [up, down, undefined]],
    ['no numbers', [null, Number.NaN, {}], [undefined, undefined, undefined]],
  ])('of %s', (_, values, ratings) => {
    expect(ratingsOf('user_score', values)).toEqual(ratings);
  });

  test.each(['user-score', 'thumbs_up', 'rating', 'user_feedback', 'star', 'upvote', 'helpful', 'CSAT'])(
    'called %s are of users',
    (name) => expect(ratingsOf(name, [1])).toEqual([up]),
  );

  test.each(['correctness', 'toxicity', 'hallucination', 'start_time', 'latency'])('called %s are not', (name) =>
    expect(ratingsOf(name, [1])).toEqual([undefined]),
  );
});

test('thumbs go by many words', () => {
  for (const word of ['thumbsUp', 'thumbs_up', 'THUMBS-UP', 'up', 'positive', 'liked', '👍'])
    expect(wordRating(word)).toEqual(up);
  for (const word of ['thumbsDown', 'thumbs down', 'negative', 'not_helpful', 'unhelpful', '👎'])
    expect(wordRating(word)).toEqual(down);
  expect(wordRating('upside down')).toBeUndefined();
});
