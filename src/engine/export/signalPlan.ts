import type { FormatOptions } from '../../formats/format.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import { recordStageNames } from '../../pipeline/recordPlan.ts';
import { setStagesBeside } from '../../pipeline/setStages.ts';
import { type Balance, pairBalance, ratedBalance } from '../../pipeline/signals/balance.ts';
import {
  type Answer,
  type PairSignal,
  type RatedSignal,
  type Selection,
  SIGNAL,
  SIGNAL_REASONS,
} from '../../pipeline/signals/signal.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import { type Account, accountOfVerdicts } from '../account.ts';
import type { Project } from '../project.ts';
import { shapeNumbered } from '../shape.ts';
import type { FormatPlan } from './prepare.ts';
import { rowsOfSignal, shapeOfSignal } from './signalColumns.ts';

/** What was chosen for formats of one kind. */
export type SignalPart =
  | { readonly kind: 'rated'; readonly selection: Selection<RatedSignal> }
  | { readonly kind: 'pairs'; readonly selection: Selection<PairSignal> };

/** Stages that are told of only where they refuse something. */
const REFUSING: readonly string[] = ['format', 'target'];

/** Why signals are not written, by their place in the selection, as `stage.reason`. */
export type RefusedSignals = ReadonlyMap<number, string>;

/** A format of ratings, and how it is written. */
export interface SignalFormat extends Pick<FormatPlan, 'format' | 'container'> {
  readonly options: FormatOptions;
  readonly refused: RefusedSignals;
}

/**
 * What is known of a format of ratings.
 * @param refused what was refused for its text, if that is known by now
 */
export function signalPlan(
  decisions: Decisions,
  project: Project,
  part: SignalPart,
  { format, container, options, refused }: SignalFormat,
): FormatPlan {
  const { signals } = part.selection;
  const outcomes = signals.map((signal, place) => {
    const shape = shapeOfSignal(decisions, signal);
    const reason = format.refuses(shapeNumbered(shape), options);
    return { shape, reason: refused.get(place) ?? (reason === undefined ? undefined : `format.${reason}`) };
  });
  const isTaken = (_: unknown, place: number): boolean => outcomes[place]?.reason === undefined;
  const taken = signals.filter(isTaken);
  const { facets } = decisions.digest.rows;
  const { language } = decisions.digest.labels;
  return {
    format,
    container,
    // By what is planned: rows that are refused for their text must not change how the others are written.
    shape: shapeNumbered(outcomes.reduce((joined, { shape }, place) => joined | (isPlanned(place) ? shape : 0), 0)),
    account: accountOfSignals(
      decisions,
      project,
      part,
      outcomes.map(({ reason }) => reason),
    ),
    splits: Object.fromEntries(
      SPLITS.map((name, place) => [name, taken.filter(({ split }) => split === place).length]),
    ),
    languages: counted(taken.map(({ answer }) => language[facets.language[answer.row] ?? 0] ?? '')),
    examples: taken.length,
    tokens: tokensOf(decisions, taken),
    balance: balanceOf(part, isTaken),
  };

  function isPlanned(place: number): boolean {
    return refused.has(place) || outcomes[place]?.reason === undefined;
  }
}

function balanceOf({ kind, selection }: SignalPart, isTaken: (signal: unknown, place: number) => boolean): Balance {
  return kind === 'rated'
    ? ratedBalance(selection.signals.filter(isTaken))
    : pairBalance(selection.signals.filter(isTaken));
}

/**
 * The account of records: those are kept whose text is in a row, be it as context. All others have a reason: of the stage
 * that dropped them before, of `signal`, or of the format.
 */
function accountOfSignals(
  decisions: Decisions,
  { plans }: Project,
  { selection }: SignalPart,
  outcomes: readonly (string | undefined)[],
): Account {
  const refusals = [...new Set(outcomes)].filter((reason) => reason !== undefined);
  const own = SIGNAL_REASONS.map((reason) => `${SIGNAL.name}.${reason}`);
  const reasons = [...decisions.reasons, ...own];
  for (const refusal of refusals) if (!reasons.includes(refusal)) reasons.push(refusal);
  const verdict = Uint16Array.from(selection.reasons, (code, row) =>
    code === 0 ? (decisions.verdict[row] ?? 0) : decisions.reasons.length + code,
  );
  const all: readonly (RatedSignal | PairSignal)[] = selection.signals;
  for (const [place, signal] of all.entries()) {
    const refusal = outcomes[place];
    if (refusal === undefined) continue;
    for (const answer of answersOf(signal)) verdict[answer] = reasons.indexOf(refusal) + 1;
  }
  for (const [place, signal] of all.entries())
    if (outcomes[place] === undefined) for (const row of rowsOfSignal(decisions, signal)) verdict[row] = 0;
  const stages = [
    ...recordStageNames(plans.survey),
    ...setStagesBeside(plans.survey.stages).map(({ name }) => name),
    SIGNAL.name,
    ...REFUSING,
  ];
  const account = accountOfVerdicts(verdict, reasons, stages);
  return {
    ...account,
    funnel: account.funnel.filter(({ stage, dropped }) => !REFUSING.includes(stage) || dropped > 0),
  };
}

function answersOf(signal: RatedSignal | PairSignal): number[] {
  const rejected = 'rejected' in signal ? signal.rejected : undefined;
  return rejected === undefined ? [signal.answer.row] : [signal.answer.row, rejected.row];
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Tokens by split: of the rows that a signal takes, and of pairs the worse answer with what stands before it. */
function tokensOf(decisions: Decisions, signals: readonly (RatedSignal | PairSignal)[]): Record<string, number> {
  const { rows, exchanges } = decisions.digest;
  const tokens = SPLITS.map(() => 0);
  const upTo = ({ row, exchange }: Answer): number => {
    if (exchange + 1 === rows.exchanges[row]) return rows.tokens[row] ?? 0;
    return exchanges.tokens[(rows.firstExchange[row] ?? 0) + exchange] ?? 0;
  };
  for (const signal of signals) {
    const before = rowsOfSignal(decisions, signal).slice(0, signal.answer.before - signal.answer.from);
    const rejected = 'rejected' in signal && signal.rejected !== undefined ? upTo(signal.rejected) : 0;
    const sum = before.reduce((total, row) => total + (rows.tokens[row] ?? 0), upTo(signal.answer) + rejected);
    tokens[signal.split] = (tokens[signal.split] ?? 0) + sum;
  }
  return Object.fromEntries(SPLITS.map((name, place) => [name, tokens[place] ?? 0]));
}
