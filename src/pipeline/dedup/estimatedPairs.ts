import { similarity } from '../../measures/minhash.ts';
import type { Digest } from '../digest.ts';
import type { DecidePlan } from '../setStage.ts';
import { bandsFor } from './bands.ts';
import { findCandidates } from './candidates.ts';
import { fewestWords, firstOfContent, keptInTimeOrder } from './contents.ts';
import { NearPairs } from './nearPairs.ts';

/**
 * Near duplicates by the estimates of their signatures, which are off by about 0.04: for where there is no text to be
 * compared.
 */
export function estimatedPairs(digest: Digest, dedup: DecidePlan['dedup']): NearPairs {
  const { threshold, bands } = dedup.near;
  const { words, signatures } = digest.rows;
  const order = keptInTimeOrder(digest);
  const first = firstOfContent(digest, order);
  const fewest = fewestWords(dedup);
  const isCompared = (row: number): boolean => first[row] === row && (words[row] ?? 0) >= fewest;
  const options = { bands: bands ?? bandsFor(threshold), floor: threshold, threshold };
  const { pairs } = findCandidates(order.filter(isCompared), signatures, options);
  return new NearPairs(first, pairs, threshold, (one, other) =>
    isCompared(one) && isCompared(other) ? similarity(signatures, one, other) : undefined,
  );
}
