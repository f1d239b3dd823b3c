import type { Decisions } from '../pipeline/decisions.ts';
import { isLow } from '../pipeline/feedback/rating.ts';

export interface RatingFacts {
  /** Records that somebody rated. */
  readonly rated: number;
  /** Rated records with a mean of at least `minStars`, as a share of the rated ones; `null` when there are none. */
  readonly positive_rate: number | null;
  /** Mean over the rated records, 1 to 5; `null` when there are none. */
  readonly mean_stars: number | null;
  /** Rated records by their mean, rounded to whole stars. */
  readonly stars: Readonly<Record<string, number>>;
}

/** What users thought, record by record. */
export function ratingFacts(
  decisions: Decisions,
  minStars: number,
  counts: (row: number) => boolean = () => true,
): RatingFacts {
  const stars: Record<string, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  let rated = 0;
  let positive = 0;
  let sum = 0;
  for (let row = 0; row < decisions.meanRating.length; row++) {
    const rating = decisions.meanRating[row] ?? Number.NaN;
    if (Number.isNaN(rating) || !counts(row)) continue;
    rated++;
    sum += rating;
    if (!isLow(rating, minStars)) positive++;
    const whole = String(Math.round(rating));
    stars[whole] = (stars[whole] ?? 0) + 1;
  }
  return {
    rated,
    positive_rate: rated === 0 ? null : positive / rated,
    mean_stars: rated === 0 ? null : Math.round((sum / rated) * 10_000) / 10_000,
    stars,
  };
}
