import { forEachRun } from '../../measures/order.ts';
import type { Decisions } from '../decisions.ts';
import type { DecidePlan } from '../setStage.ts';
import { type Candidate, candidatesOf, inLogOrder, setReason, timeOf } from './candidates.ts';
import { type Origin, type PairSignal, ROUNDING, type Selection, type SignalReason } from './signal.ts';

/** The best rating; what somebody wrote as the better answer is taken to deserve it. */
const MOST_STARS = 5;

/**
 * Pairs of a better and a worse answer to the same question in the same context: an answer and its correction; answers of
 * one session to a question that was asked again, rated differently; answers of anybody with ratings at least `min_margin`
 * apart. A pure function of the decisions and the plan.
 */
export function selectPairs(decisions: Decisions, plan: DecidePlan): Selection<PairSignal> {
  const { found, reasons } = candidatesOf(decisions, plan, true);
  const signals: PairSignal[] = [];
  forEachRun(
    Float64Array.from(found, ({ answer }) => answer.question),
    (places, start, end) => {
      const only = found[places[start] ?? 0];
      if (end - start === 1 && only !== undefined && !isCorrected(only)) {
        setReason(reasons, only, 'no_partner');
        return;
      }
      const group = Array.from(places.subarray(start, end), (place) => found[place]).filter((one) => one !== undefined);
      const { pairs, left } = pairsOfQuestion(decisions, plan, group);
      for (const pair of pairs) signals.push(pair);
      for (const [candidate, reason] of left) setReason(reasons, candidate, reason);
    },
  );
  return { signals: signals.sort((one, other) => inLogOrder(one.answer, other.answer)), reasons };
}

function isCorrected({ standing }: Candidate): boolean {
  return standing.some(({ corrections }) => corrections.length > 0);
}

/** The pairs of one question, and why the other answers are in none. */
function pairsOfQuestion(
  decisions: Decisions,
  plan: DecidePlan,
  group: readonly Candidate[],
): { pairs: PairSignal[]; left: [Candidate, SignalReason][] } {
  const { max_pairs_per_prompt, min_margin } = plan.preference;
  const home = homeOfQuestion(decisions, group);
  const here = group.filter(({ split }) => split === home);
  const pairs = corrected(here);
  const used = new Set<Candidate>();
  const match = (some: readonly Candidate[], least: number, origin: Origin): void => {
    const free = some.filter((candidate) => !used.has(candidate));
    for (const [chosen, rejected] of extremes(free, least)) {
      if (pairs.length >= max_pairs_per_prompt) return;
      used.add(chosen).add(rejected);
      const margin = chosen.answer.rating - rejected.answer.rating;
      pairs.push({ ...pairOf(chosen, origin, margin), rejected: rejected.answer });
    }
  };
  const asked = here.filter((candidate) => asksByItself(decisions, plan, candidate));
  for (const session of sessionsOf(decisions, asked)) match(session, ROUNDING, 'regenerated');
  match(asked, Math.max(min_margin - ROUNDING, ROUNDING), 'same_prompt');
  const taken = pairs.slice(0, max_pairs_per_prompt);
  const inPairs = new Set(taken.flatMap(({ answer, rejected }) => [answer.content, rejected?.content]));
  const left = group
    .filter(({ answer }) => !inPairs.has(answer.content))
    .map((candidate): [Candidate, SignalReason] => {
      if (candidate.split !== home) return [candidate, 'other_split'];
      if (taken.length === max_pairs_per_prompt) return [candidate, 'capped'];
      if (here.length === 1) return [candidate, group.length === 1 ? 'no_partner' : 'other_split'];
      return [candidate, asked.includes(candidate) ? 'close_ratings' : 'short_question'];
    });
  return { pairs: taken, left };
}

/** All pairs with one question stand in one split, that of the earliest rated answer to it; answers of other splits pair with none. */
function homeOfQuestion(decisions: Decisions, group: readonly Candidate[]): number | undefined {
  let first = group[0];
  for (const candidate of group)
    if (first !== undefined && timeOf(decisions, candidate.answer) < timeOf(decisions, first.answer)) first = candidate;
  return first?.split;
}

/** The answers that were corrected, those that were liked least first; an answer with full stars needs no better one. */
function corrected(group: readonly Candidate[]): PairSignal[] {
  return group
    .flatMap((candidate) => {
      const { rating, users } = candidate.answer;
      const pair = pairOf(candidate, 'correction', MOST_STARS - rating);
      return candidate.standing.flatMap((answer) =>
        answer.corrections.map(
          (correction): PairSignal => ({ ...pair, answer: { ...answer, rating, users }, correction }),
        ),
      );
    })
    .filter(({ margin }) => margin > ROUNDING)
    .sort((one, other) => other.margin - one.margin);
}

function pairOf({ answer, split }: Candidate, origin: Origin, margin: number): PairSignal {
  return {
    answer,
    split,
    origin,
    margin: Math.round(margin * 1000) / 1000,
    rejected: undefined,
    correction: undefined,
  };
}

/**
 * Whether the hash of the question stands for all that was asked: not of a short one that begins a log line, for "go on" asks
 * something else every time.
 */
function asksByItself({ digest }: Decisions, { preference }: DecidePlan, { answer }: Candidate): boolean {
  return answer.exchange > 0 || (digest.rows.user_chars[answer.row] ?? 0) >= preference.min_question_chars;
}

/** The candidates of each session that has several. */
function sessionsOf({ digest }: Decisions, group: readonly Candidate[]): Candidate[][] {
  const sessions = new Map<number, Candidate[]>();
  for (const candidate of group) {
    const session = digest.rows.session[candidate.answer.row] ?? 0;
    if (session === 0) continue;
    const known = sessions.get(session);
    if (known === undefined) sessions.set(session, [candidate]);
    else known.push(candidate);
  }
  return [...sessions.values()].filter(({ length }) => length > 1);
}

/** Best and worst, second best and second worst, and so on, while their ratings are at least so far apart. */
function extremes(group: readonly Candidate[], least: number): [chosen: Candidate, rejected: Candidate][] {
  const sorted = [...group].sort(
    (one, other) => other.answer.rating - one.answer.rating || inLogOrder(one.answer, other.answer),
  );
  const pairs: [Candidate, Candidate][] = [];
  for (let place = 0; place < sorted.length >> 1; place++) {
    const [best, worst] = [sorted[place], sorted[sorted.length - 1 - place]];
    if (best === undefined || worst === undefined || best.answer.rating - worst.answer.rating < least) break;
    pairs.push([best, worst]);
  }
  return pairs;
}
