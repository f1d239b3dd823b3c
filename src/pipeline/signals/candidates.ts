import { forEachRun } from '../../measures/order.ts';
import type { Decisions } from '../decisions.ts';
import { isSyntheticRow } from '../mix/synthetic.ts';
import type { DecidePlan } from '../setStage.ts';
import { SPLITS } from '../split/assign.ts';
import { ratedAnswers } from './answers.ts';
import { Homes } from './homes.ts';
import { type Answer, type Signal, type SignalReason, signalCode } from './signal.ts';

const TRAIN = SPLITS.indexOf('train');

/** A rated answer that may become a row: what is equal to it counts with it. */
export interface Candidate extends Signal {
  /** All answers with the same words in the same context, itself among them; the rating of `answer` is the mean over all. */
  readonly same: readonly Answer[];
  /** Those of them that may stand in the split. */
  readonly standing: readonly Answer[];
}

export interface Candidates {
  readonly found: readonly Candidate[];
  /** As in `Selection`: so far all rows that can be are told to be unrated, in another split, or a duplicate. */
  readonly reasons: Uint8Array;
}

/**
 * Every answer that somebody rated.
 * @param joins equal ones count once
 */
export function candidatesOf(decisions: Decisions, plan: DecidePlan, joins: boolean): Candidates {
  const reasons = unratedRows(decisions);
  const all = ratedAnswers(decisions, plan, (row) => {
    reasons[row] = signalCode('too_long');
  });
  const homes = new Homes(decisions, plan, all);
  const answers = all.filter((answer) => {
    const staysOut = !plan.mix.synthetic_in_test && isHeldOut(decisions, answer, homes);
    if (staysOut) reasons[answer.row] = signalCode('held_out');
    return !staysOut;
  });
  const found: Candidate[] = [];
  const keys = Float64Array.from(answers, ({ content }, place) => (joins ? content : place));
  forEachRun(keys, (run, start, end) => {
    const first = answers[run[start] ?? 0];
    if (first === undefined) return;
    const same = [first];
    for (let at = start + 1; at < end; at++) same.push(answers[run[at] ?? 0] ?? first);
    const candidate = same.length === 1 ? alone(first, homes) : together(decisions, same, homes);
    const reason = signalCode(candidate === undefined ? 'other_split' : 'duplicate');
    for (const { row } of same) reasons[row] = reason;
    if (candidate !== undefined) found.push(candidate);
  });
  return { found: found.sort((one, other) => inLogOrder(one.answer, other.answer)), reasons };
}

/** A model is not to be measured by what another one made up; see the set stage `mix`. */
function isHeldOut(decisions: Decisions, answer: Answer, homes: Homes): boolean {
  return isSyntheticRow(decisions, answer.row) && (homes.of(answer) ?? TRAIN) !== TRAIN;
}

function alone(answer: Answer, homes: Homes): Candidate | undefined {
  const split = homes.of(answer);
  if (split === undefined) return undefined;
  const same = [answer];
  return { answer, split, same, standing: same };
}

/** Equal answers as one. They belong to one split, that of the earliest that may stand anywhere. */
function together(decisions: Decisions, same: Answer[], homes: Homes): Candidate | undefined {
  same.sort((one, other) => timeOf(decisions, one) - timeOf(decisions, other) || one.row - other.row);
  const places = same.map((one) => homes.of(one));
  const split = places.find((place) => place !== undefined);
  const standing = same.filter((_, at) => split !== undefined && places[at] === split);
  const [stays] = standing;
  return stays === undefined || split === undefined ? undefined : { answer: mean(stays, same), split, same, standing };
}

/** Sets why a candidate is no row, for all that are equal to it. */
export function setReason(reasons: Uint8Array, { same }: Candidate, reason: SignalReason): void {
  for (const { row } of same) reasons[row] = signalCode(reason);
}

export function inLogOrder(one: Answer, other: Answer): number {
  return one.row - other.row || one.exchange - other.exchange;
}

export function timeOf({ digest }: Decisions, { row }: Answer): number {
  return digest.rows.timestamp[row] || 0;
}

function mean(answer: Answer, same: readonly Answer[]): Answer {
  const users = same.reduce((sum, one) => sum + one.users, 0);
  return { ...answer, users, rating: same.reduce((sum, one) => sum + one.rating * one.users, 0) / users };
}

function unratedRows(decisions: Decisions): Uint8Array {
  const reasons = new Uint8Array(decisions.digest.count);
  const outside = decisions.reasons.indexOf('period.outside') + 1;
  const unrated = signalCode('unrated');
  for (const row of decisions.itemRows) if (decisions.verdict[row] !== outside) reasons[row] = unrated;
  return reasons;
}
