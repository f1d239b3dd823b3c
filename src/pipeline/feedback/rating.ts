import type { Decisions } from '../decisions.ts';
import { snapshotsOf } from '../dedup/snapshots.ts';
import { CUT_FRONT } from '../digest.ts';
import { defineSetStage } from '../setStage.ts';
import { type AnswerRating, Ratings } from './ratings.ts';
import { SharedFeedback } from './sharedFeedback.ts';

export default defineSetStage({
  name: 'rating',
  summary: 'keeps conversations that users rated well, by the mean over users of everyone’s latest word',
  section: 'feedback',
  reasons: {
    below_min: 'the mean rating is lower than `min_stars`',
    unrated: 'nobody rated the conversation, and `unrated` is `drop`',
  },
  apply(decisions, plan, { dropRow }) {
    const { min_stars, unrated } = plan.feedback;
    const { unit, bad_turn } = plan.conversation;
    const { digest, verdict } = decisions;
    const ratings = new Ratings(decisions.feedback);
    const shared = new SharedFeedback(decisions, ratings, snapshotsOf(decisions, plan));
    for (let row = 0; row < digest.count; row++) {
      if (decisions.isLeftOut(row)) continue;
      const { first, end } = ratings.find(digest.rows.id[row] ?? 0);
      const said = shared.on(row);
      if (first === end && (said === undefined || said.length === 0)) {
        // A session is unrated when none of its exchanges is rated; that shows when they are joined.
        if (unrated === 'drop' && unit === 'exchange' && verdict[row] === 0) dropRow(row, 'unrated');
        continue;
      }
      for (let place = first; place < end; place++) decisions.joined[ratings.line(place)] = 1;
      const gone = messagesCut(decisions, row);
      const single = (digest.rows.exchanges[row] ?? 0) <= 1 && gone === 0;
      const rated = said === undefined ? ratings.answers(first, end, single) : ratings.answersSaid(said);
      const answers = gone === 0 ? rated : rated.filter(({ message }) => message < 0 || message >= gone);
      const bad = worst(answers, min_stars);
      const good = goodExchanges(decisions, row, answers, min_stars);
      const cut = bad !== undefined && bad_turn === 'cut' && good > 0 ? good : 0;
      const mean = rate(decisions, row, answers, cut);
      if (verdict[row] !== 0) continue;
      if (bad !== undefined && cut === 0) dropRow(row, 'below_min', { measured: bad, limit: min_stars });
      else if (mean === undefined && unrated === 'drop' && unit === 'exchange') dropRow(row, 'unrated');
      else if (mean !== undefined && isLow(mean, min_stars))
        dropRow(row, 'below_min', { measured: mean, limit: min_stars });
      else if (cut > 0) decisions.exchanges[row] = cut;
    }
  },
});

/** Ours: more than a rating loses as a 32-bit float or a mean in the adding, so that 4.2 stars are not less than 4.2. */
const ROUNDING = 1e-6;

export function isLow(rating: number, minStars: number): boolean {
  return rating < minStars - ROUNDING;
}

/** The place in the log line before which the row's messages were cut from its front; 0 where none were. */
export function messagesCut({ digest }: Decisions, row: number): number {
  if (((digest.rows.flags[row] ?? 0) & CUT_FRONT) === 0) return 0;
  return (digest.exchanges.answer[(digest.rows.firstExchange[row] ?? 0) - 1] ?? -1) + 1;
}

/** The lowest rating of a single answer that is too low; `undefined` when none is. */
function worst(answers: readonly AnswerRating[], minStars: number): number | undefined {
  let lowest: number | undefined;
  for (const { message, rating } of answers) {
    if (message >= 0 && isLow(rating, minStars)) lowest = Math.min(rating, lowest ?? rating);
  }
  return lowest;
}

/** How many exchanges stand before the first one rated too low; all when there is none. */
function goodExchanges(decisions: Decisions, row: number, answers: readonly AnswerRating[], minStars: number): number {
  let good = decisions.exchanges[row] ?? 0;
  for (const { message, rating } of answers) {
    if (message >= 0 && isLow(rating, minStars)) good = Math.min(good, exchangeOf(decisions, row, message));
  }
  return good;
}

/** The exchange whose answer stands at `message` of the log line or next after it; the last one for a place beyond the end. */
function exchangeOf({ digest }: Decisions, row: number, message: number): number {
  const count = digest.rows.exchanges[row] ?? 0;
  if (count <= 1) return 0;
  const first = digest.rows.firstExchange[row] ?? 0;
  for (let exchange = 0; exchange < count; exchange++) {
    if ((digest.exchanges.answer[first + exchange] ?? 0) >= message) return exchange;
  }
  return count - 1;
}

/**
 * Sets the row's ratings: the mean of all, and the mean of what goes out (the first `cut` exchanges, or all when `cut` is
 * 0), for what is left of a cut conversation is not judged by what was cut off. Returns the latter, `undefined` where
 * nobody rated it.
 */
function rate(decisions: Decisions, row: number, answers: readonly AnswerRating[], cut: number): number | undefined {
  const staying = answers.filter(
    ({ message }) => cut === 0 || message < 0 || exchangeOf(decisions, row, message) < cut,
  );
  const mean = meanOf(staying);
  decisions.meanRating[row] = meanOf(answers) ?? Number.NaN;
  decisions.rating[row] = mean ?? Number.NaN;
  decisions.ratings[row] = Math.min(usersOf(staying), 0xffff);
  return mean;
}

function usersOf(answers: readonly AnswerRating[]): number {
  return answers.reduce((sum, { users }) => sum + users, 0);
}

function meanOf(answers: readonly AnswerRating[]): number | undefined {
  if (answers.length === 0) return undefined;
  return answers.reduce((sum, { rating, users }) => sum + rating * users, 0) / usersOf(answers);
}
