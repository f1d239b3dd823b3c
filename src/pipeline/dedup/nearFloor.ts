import { CHANCE, SIGNATURE_BYTES } from '../../measures/minhash.ts';
import { BAND_BYTES } from './bands.ts';

/**
 * Ours: a signature of 128 bins is wrong by sqrt(s (1 - s) / 128) at similarity s (the variance of a binomial share), 0.035
 * at 0.8; of what is as similar as the threshold, one in 740 is estimated more than three such errors too low.
 */
const ERRORS = 3;

/** The least estimate with which a pair may still be as similar as `threshold`. */
export function floorOf(threshold: number): number {
  return threshold - ERRORS * Math.sqrt((threshold * (1 - threshold)) / SIGNATURE_BYTES);
}

/**
 * The share of pairs just as similar as `threshold` that are expected to be found, 0 to 1; of more similar ones more are:
 * (1 - (1 - s^4)^bands), that they share a band, times the chance that enough of 128 bins agree for an estimate of at least
 * `floorOf(s)`, where each does by s + (1 - s) / 256.
 */
export function expectedRecall(threshold: number, bands: number): number {
  const inBand = 1 - (1 - threshold ** BAND_BYTES) ** bands;
  const agree = threshold + (1 - threshold) * CHANCE;
  const fewest = Math.ceil(SIGNATURE_BYTES * (floorOf(threshold) * (1 - CHANCE) + CHANCE));
  return inBand * atLeast(fewest, SIGNATURE_BYTES, agree);
}

/** The chance of at least `fewest` of `count` that each come with a chance of `share`: the tail of a binomial distribution. */
function atLeast(fewest: number, count: number, share: number): number {
  if (share >= 1) return 1;
  let term = (1 - share) ** count;
  let sum = 0;
  for (let number = 0; number <= count; number++) {
    if (number >= fewest) sum += term;
    term *= ((count - number) / (number + 1)) * (share / (1 - share));
  }
  return Math.min(1, sum);
}
