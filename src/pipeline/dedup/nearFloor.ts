import { SIGNATURE_BYTES } from '../../measures/minhash.ts';

/**
 * Ours: a signature of 128 bins is wrong by sqrt(s (1 - s) / 128) at similarity s (the variance of a binomial share), 0.035
 * at 0.8; of what is as similar as the threshold, one in 740 is estimated more than three such errors too low.
 */
const ERRORS = 3;

/** The least estimate with which a pair may still be as similar as `threshold`. */
export function floorOf(threshold: number): number {
  return threshold - ERRORS * Math.sqrt((threshold * (1 - threshold)) / SIGNATURE_BYTES);
}
