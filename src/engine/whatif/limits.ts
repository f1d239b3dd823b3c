import type { LimitRange } from '../../config/limitRange.ts';
import type { Keeps } from '../../measures/byteScale.ts';

/** Ours: a curve that fits a screen, and steps that people would try. */
const STEPS_OF_SHARES = 20;
const MOST_WHOLE = 50_000;

/**
 * The limits to draw a curve by, in their order, the present one among them; `null`, no limit, comes at the end where it stands.
 * @param keeps what a higher limit does: with `at_least`, keep less
 */
export function limitsWorthTrying(
  { whole, least, most, unlimited }: LimitRange,
  current: number | null,
  keeps: Keeps,
): (number | null)[] {
  const candidates = whole ? roundNumbers() : evenSteps(least, most);
  const numbers = [...new Set(current === null ? candidates : [...candidates, current])]
    .filter((limit) => limit >= least && limit <= most)
    .sort((one, other) => one - other);
  if (!unlimited) return numbers;
  return keeps === 'at_least' ? [null, ...numbers] : [...numbers, null];
}

/** 0, 1, 2, 5, 10, 20, 50, … */
function roundNumbers(): number[] {
  const numbers = [0];
  for (let power = 1; power <= MOST_WHOLE; power *= 10) numbers.push(power, 2 * power, 5 * power);
  return numbers.filter((limit) => limit <= MOST_WHOLE);
}

/** Shares by twentieths; other ranges, such as stars, by halves. */
function evenSteps(least: number, most: number): number[] {
  const steps = most <= 1 ? STEPS_OF_SHARES : 2;
  const from = Math.ceil(least * steps);
  const until = Math.min(Math.floor(most * steps), from + 2 * STEPS_OF_SHARES);
  return Array.from({ length: until - from + 1 }, (_, place) => (from + place) / steps);
}
