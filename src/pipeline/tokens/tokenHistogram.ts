import { percentileOfSorted, summarize } from '../../measures/statistics.ts';
import type { Decisions } from '../decisions.ts';
import type { TokenBin, TokenHistogram } from './tokenHistogramTypes.ts';

export type { TokenBin, TokenHistogram };

/** How long the examples are that go out; `undefined` where no tokens were counted. */
export function tokenHistogram(decisions: Decisions): TokenHistogram | undefined {
  const tokens: number[] = [];
  for (let item = 0; item < decisions.itemCount; item++) {
    if (decisions.isKept(item)) tokens.push(decisions.tokensOf(item));
  }
  // No example is without the tokens around its messages.
  return tokens.includes(0) ? undefined : histogramOf(tokens);
}

/** @param tokens of each example, 1 or more, in any order */
export function histogramOf(tokens: readonly number[]): TokenHistogram {
  const sorted = Float64Array.from(tokens).sort();
  return {
    examples: sorted.length,
    total: sorted.reduce((sum, length) => sum + length, 0),
    ...summarize(sorted),
    p90: percentileOfSorted(sorted, 90),
    p99: percentileOfSorted(sorted, 99),
    histogram: binsOf(sorted),
  };
}

function binsOf(sorted: Float64Array): TokenBin[] {
  const examples: number[] = [];
  for (const length of sorted) {
    const power = Math.ceil(Math.log2(length));
    examples[power] = (examples[power] ?? 0) + 1;
  }
  const first = examples.findIndex((count) => count > 0);
  return Array.from(examples, (count = 0, power) => ({ up_to: 2 ** power, examples: count })).slice(Math.max(first, 0));
}
