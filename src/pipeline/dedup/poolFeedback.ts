import type { Decisions } from '../decisions.ts';
import { isLow } from '../feedback/rating.ts';
import type { SetStageTools } from '../setStage.ts';
import { NO_SPLIT } from '../split/assign.ts';

/**
 * Rates the one that stays by what users said of it and of all that it stands for, also of those that were dropped for
 * their rating: they say the same. Where that mean is too low it goes as well, and with it those that went for its sake.
 * @param cluster its cluster, itself among it
 */
export function poolFeedback(
  decisions: Decisions,
  item: number,
  cluster: readonly number[],
  minStars: number,
  tools: SetStageTools<'pooled_below_min'>,
): void {
  const alike = cluster.filter((member) => decisions.representative[member] === item);
  const { mean, ratings } = pooled(decisions, alike);
  if (ratings === 0) return;
  if (isLow(mean, minStars)) dropAll(decisions, alike, { measured: mean, limit: minStars }, tools);
  else rate(decisions, item, mean, ratings);
}

/** A snapshot's feedback counts for the longer line already. */
function pooled(decisions: Decisions, items: readonly number[]): { mean: number; ratings: number } {
  let sum = 0;
  let ratings = 0;
  for (const item of items) {
    for (const row of decisions.rowsOf(item)) {
      const count = decisions.ratings[row] ?? 0;
      if (count === 0 || decisions.isDroppedFor(row, 'dedup.snapshot')) continue;
      sum += count * (decisions.rating[row] ?? 0);
      ratings += count;
    }
  }
  return { mean: sum / ratings, ratings };
}

function rate(decisions: Decisions, item: number, mean: number, ratings: number): void {
  for (const [place, row] of decisions.keptRowsOf(item).entries()) {
    decisions.rating[row] = mean;
    decisions.ratings[row] = place === 0 ? Math.min(ratings, 0xffff) : 0;
  }
}

function dropAll(
  decisions: Decisions,
  items: readonly number[],
  facts: { readonly measured: number; readonly limit: number },
  { dropRow }: SetStageTools<'pooled_below_min'>,
): void {
  for (const item of items) {
    decisions.split[item] = NO_SPLIT;
    for (const row of decisions.rowsOf(item))
      if (decisions.verdict[row] === 0 || isDuplicate(decisions, row)) dropRow(row, 'pooled_below_min', facts);
  }
}

function isDuplicate(decisions: Decisions, row: number): boolean {
  return decisions.isDroppedFor(row, 'dedup.exact_duplicate') || decisions.isDroppedFor(row, 'dedup.near_duplicate');
}
