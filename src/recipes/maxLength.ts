import type { LengthChoice } from './recipe.ts';

/** Ours: GPUs like lengths that are multiples of a power of two, and this one wastes little. */
const STEP = 256;
/** Ours: the last hundredth of the examples often is as long as all others together, and memory grows with the longest. */
const HELD = 0.99;

/**
 * The smallest multiple of 256 that holds 99 of 100 examples, at most `most`.
 * @param lengths in tokens, by example
 * @param most of which the config says that a trainer takes no more
 * @param counted how tokens were counted, in words
 */
export function chooseMaxLength(lengths: readonly number[], most: number, counted: string): LengthChoice {
  const sorted = Float64Array.from(lengths).sort();
  const longest = sorted[Math.max(Math.ceil(sorted.length * HELD) - 1, 0)] ?? 0;
  const max_length = Math.min(Math.max(Math.ceil(longest / STEP), 1) * STEP, most);
  const cut = sorted.filter((length) => length > max_length).length;
  return { max_length, cut, examples: sorted.length, counted };
}
