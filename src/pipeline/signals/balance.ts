import type { Origin, PairSignal, RatedSignal } from './signal.ts';

/** Answers with a label. The weights are for a KTO trainer, by the train split; `null` where all have the same label. */
export interface RatedBalance {
  readonly kind: 'rated';
  readonly desirable: number;
  readonly undesirable: number;
  readonly weights: { readonly desirable: number; readonly undesirable: number } | null;
}

/** Pairs of answers by how they came about, and by how many stars their answers are apart; `null` where there are none. */
export interface PairBalance {
  readonly kind: 'pairs';
  readonly origins: { readonly correction: number; readonly regenerated: number; readonly same_prompt: number };
  readonly margin: { readonly min: number; readonly mean: number; readonly max: number } | null;
}

export type Balance = RatedBalance | PairBalance;

/**
 * TRL wants the desirable answers, times their weight, to be 1 to 4/3 as many as the undesirable, times theirs
 * (docs/source/kto_trainer.md, "Imbalanced data"; Ethayarajh et al. 2024). In the middle there is room for rows that a
 * trainer leaves out for their length.
 */
const LEAST = 1;
const MOST = 4 / 3;
const MIDDLE = (LEAST + MOST) / 2;

/** How many answers are to be learned and to be avoided, and the weights for a KTO trainer by those of the train split. */
export function ratedBalance(signals: readonly RatedSignal[]): RatedBalance {
  const count = (some: readonly RatedSignal[], wanted: boolean) => some.filter(({ label }) => label === wanted).length;
  const train = signals.filter(({ split }) => split === 0);
  return {
    kind: 'rated',
    desirable: count(signals, true),
    undesirable: count(signals, false),
    weights: weightsFor(count(train, true), count(train, false)),
  };
}

/** The weights that bring the two kinds into balance, the lower one 1; `null` where there is but one kind. */
export function weightsFor(desirable: number, undesirable: number): RatedBalance['weights'] {
  if (desirable === 0 || undesirable === 0) return null;
  const ratio = desirable / undesirable;
  if (ratio > MOST) return { desirable: 1, undesirable: rounded(ratio / MIDDLE) };
  if (ratio < LEAST) return { desirable: rounded(MIDDLE / ratio), undesirable: 1 };
  return { desirable: 1, undesirable: 1 };
}

/** How the pairs came about, and how far apart their answers are. */
export function pairBalance(signals: readonly PairSignal[]): PairBalance {
  const origins: Record<Origin, number> = { correction: 0, regenerated: 0, same_prompt: 0 };
  const margins = signals.map(({ margin }) => margin);
  for (const { origin } of signals) origins[origin]++;
  if (margins.length === 0) return { kind: 'pairs', origins, margin: null };
  const least = margins.reduce((one, other) => Math.min(one, other));
  const most = margins.reduce((one, other) => Math.max(one, other));
  const mean = margins.reduce((sum, margin) => sum + margin, 0) / margins.length;
  return { kind: 'pairs', origins, margin: { min: least, mean: rounded(mean), max: most } };
}

/** To three digits that matter. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
