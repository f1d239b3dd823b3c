/**
 * The sum of `digits`, each times the weight at its place: what most national numbers are checked by, modulo 10, 11 or 89.
 * Digits beyond the last weight do not count; a capital counts as its ASCII code less that of 0.
 */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let place = 0; place < weights.length; place++) sum += (weights[place] ?? 0) * (digits.charCodeAt(place) - 48);
  return sum;
}
