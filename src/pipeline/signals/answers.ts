import { combine53 } from '../../measures/hash.ts';
import type { Decisions } from '../decisions.ts';
import { CUT, CUT_FRONT, DEFINITIONS, SYSTEM } from '../digest.ts';
import { CORRECTION } from '../feedback/feedbackRows.ts';
import { messagesCut } from '../feedback/rating.ts';
import { Ratings } from '../feedback/ratings.ts';
import type { DecidePlan } from '../setStage.ts';
import { TOKENS_AROUND_EXAMPLE } from '../tokens/messageTokens.ts';
import type { TokenLimit } from '../tokens/tokenLimit.ts';
import type { Answer } from './signal.ts';

/**
 * The rated answers of all items whose rows are in the period, in the order of items.
 * @param tooLong told of rows that do not fit the token limit
 */
export function ratedAnswers(
  decisions: Decisions,
  plan: DecidePlan,
  tooLong: (row: number) => void = () => {},
): Answer[] {
  const ratings = new Ratings(decisions.feedback);
  const outside = decisions.reasons.indexOf('period.outside') + 1;
  const answers: Answer[] = [];
  for (let item = 0; item < decisions.itemCount; item++) {
    const start = decisions.itemStart[item] ?? 0;
    const end = decisions.itemStart[item + 1] ?? start;
    for (let place = start; place < end; place++) {
      const row = decisions.itemRows[place] ?? 0;
      if (Number.isNaN(decisions.meanRating[row] ?? Number.NaN) || decisions.verdict[row] === outside) continue;
      const before = siblingsBegin(decisions, start, place, plan) - start;
      const from = plan.tokens === null ? 0 : firstThatFits(decisions, { item, row, before }, plan.tokens);
      if (from === undefined) {
        tooLong(row);
        continue;
      }
      for (const answer of answersOf(decisions, ratings, { item, row, place: place - start, from, before }))
        answers.push(answer);
    }
  }
  return answers;
}

/**
 * Where the context of a row ends among the rows of its item: before the row, or, when the same question was asked there
 * once more to get another answer, before the first time.
 */
function siblingsBegin({ itemRows, digest }: Decisions, start: number, place: number, plan: DecidePlan): number {
  const { prompt, exchanges, user_chars } = digest.rows;
  const row = itemRows[place] ?? 0;
  let first = place;
  if (exchanges[row] !== 1 || (user_chars[row] ?? 0) < plan.preference.min_question_chars) return first;
  while (first > start) {
    const earlier = itemRows[first - 1] ?? 0;
    if (exchanges[earlier] !== 1 || prompt[earlier] !== prompt[row]) break;
    first--;
  }
  return first;
}

/**
 * The first row of the context with which a row has no more tokens than is allowed, as `session_tokens` cuts sessions; where
 * their first row has a system message or tools, the new first one has to have them, too.
 */
function firstThatFits(
  decisions: Decisions,
  { item, row, before }: Pick<Answer, 'item' | 'row' | 'before'>,
  { max, cut }: TokenLimit,
): number | undefined {
  if (before === 0) return 0; // a row by itself was held to the limit in the survey
  const { tokens, system_tokens, flags } = decisions.digest.rows;
  const start = decisions.itemStart[item] ?? 0;
  const rowAt = (place: number): number => (place === before ? row : (decisions.itemRows[start + place] ?? row));
  const needed = (flags[rowAt(0)] ?? 0) & (SYSTEM | DEFINITIONS);
  let turns = 0;
  let first: number | undefined;
  for (let place = before; place >= 0; place--) {
    const at = rowAt(place);
    const system = system_tokens[at] ?? 0;
    turns += (tokens[at] ?? 0) - TOKENS_AROUND_EXAMPLE - system;
    if (turns > max) break;
    if (TOKENS_AROUND_EXAMPLE + system + turns <= max && ((flags[at] ?? 0) & needed) === needed) first = place;
  }
  return cut === 'front' || first === 0 ? first : undefined;
}

type Place = Pick<Answer, 'item' | 'row' | 'place' | 'from' | 'before'>;

interface Said {
  sum: number;
  users: number;
  readonly corrections: Map<number, number>;
}

/** The rated answers of one row. */
function answersOf(decisions: Decisions, ratings: Ratings, place: Place): Answer[] {
  const { rows } = decisions.digest;
  const { row } = place;
  const { first, end } = ratings.find(rows.id[row] ?? 0);
  const single = (rows.exchanges[row] ?? 0) <= 1 && ((rows.flags[row] ?? 0) & (CUT | CUT_FRONT)) === 0;
  if (single && end - first === 1) return oneWord(decisions, ratings, place, first);
  const exchanges = new Map<number, Said>();
  const saidOf = (message: number): Said | undefined => {
    const exchange = exchangeAt(decisions, row, message);
    if (exchange === undefined) return undefined;
    const said = exchanges.get(exchange) ?? { sum: 0, users: 0, corrections: new Map() };
    exchanges.set(exchange, said);
    return said;
  };
  for (const { message, rating, users } of ratings.answers(first, end, single)) {
    const said = saidOf(message);
    if (said === undefined) continue;
    said.sum += rating * users;
    said.users += users;
  }
  const { flags, message, user } = decisions.feedback.rows;
  for (let at = first; at < end; at++) {
    const line = ratings.line(at);
    if (((flags[line] ?? 0) & CORRECTION) === 0) continue;
    const said = saidOf(single ? -1 : (message[line] ?? -1));
    said?.corrections.set(user[line] ?? 0, later(decisions, said.corrections.get(user[line] ?? 0), line));
  }
  return [...exchanges]
    .filter(([, { users }]) => users > 0)
    .map(([exchange, { sum, users, corrections }]) =>
      answerOf(decisions, place, exchange, sum / users, users, [...corrections.values()]),
    );
}

/** The same for a single line on a single answer, as most conversations have that have any. */
function oneWord(decisions: Decisions, ratings: Ratings, place: Place, at: number): Answer[] {
  const [said] = ratings.answers(at, at + 1, true);
  if (said === undefined) return [];
  const line = ratings.line(at);
  const corrected = ((decisions.feedback.rows.flags[line] ?? 0) & CORRECTION) !== 0;
  return [answerOf(decisions, place, 0, said.rating, said.users, corrected ? [line] : NONE)];
}

const NONE: readonly number[] = [];

function answerOf(
  decisions: Decisions,
  place: Place,
  exchange: number,
  rating: number,
  users: number,
  corrections: readonly number[],
): Answer {
  const { item, row, from, before } = place;
  const content = combine53(stateBefore(decisions, place), contentUpTo(decisions, row, exchange));
  const question = questionOf(decisions, place, exchange);
  return { item, row, place: place.place, from, before, exchange, rating, users, question, content, corrections };
}

/** Of two lines of one user the later one, by its time or else by its place in the logs. */
function later({ feedback }: Decisions, one: number | undefined, other: number): number {
  if (one === undefined) return other;
  const { timestamp } = feedback.rows;
  const [before, after] = [timestamp[one] ?? 0, timestamp[other] ?? 0];
  return after > before || (after === before && other > one) ? other : one;
}

/**
 * The exchange that feedback is about: the one whose answer stands at `message` of the log line or next after it, the last
 * one for the conversation as a whole. Nothing when a record stage has cut that away.
 */
function exchangeAt(decisions: Decisions, row: number, message: number): number | undefined {
  const { rows, exchanges } = decisions.digest;
  const count = rows.exchanges[row] ?? 0;
  const cut = ((rows.flags[row] ?? 0) & CUT) !== 0;
  const last = cut ? undefined : count - 1;
  if (message < 0) return last;
  if (message < messagesCut(decisions, row)) return undefined;
  if (count <= 1 && !cut) return last;
  const first = rows.firstExchange[row] ?? 0;
  for (let exchange = 0; exchange < count; exchange++)
    if ((exchanges.answer[first + exchange] ?? 0) >= message) return exchange;
  return last;
}

/** Hash of the rows of the item before the answer's own. */
function stateBefore({ itemRows, itemStart, digest }: Decisions, { item, from, before }: Place): number {
  const start = itemStart[item] ?? 0;
  let state = 1;
  for (let at = start + from; at < start + before; at++)
    state = combine53(state, digest.rows.content[itemRows[at] ?? 0] ?? 0);
  return state;
}

function questionOf(decisions: Decisions, place: Place, exchange: number): number {
  const { rows, exchanges } = decisions.digest;
  const first = rows.firstExchange[place.row] ?? 0;
  const asked = exchange === 0 ? rows.prompt[place.row] : exchanges.prompt[first + exchange];
  // Of joined exchanges only the first one's system message and tools go out.
  const opening = openingOf(decisions, place);
  return combine53(combine53(stateBefore(decisions, place), rows.system[opening] ?? 0), asked ?? 0);
}

/** The row whose system message and tools go out. */
function openingOf({ itemRows, itemStart }: Decisions, { item, row, from, before }: Place): number {
  return from === before ? row : (itemRows[(itemStart[item] ?? 0) + from] ?? row);
}

/** Hash of the turns of a row up to and with an exchange. */
export function contentUpTo({ digest }: Decisions, row: number, exchange: number): number {
  const { rows, exchanges } = digest;
  if (exchange + 1 === rows.exchanges[row]) return rows.content[row] ?? 0;
  return exchanges.content[(rows.firstExchange[row] ?? 0) + exchange] ?? 0;
}
