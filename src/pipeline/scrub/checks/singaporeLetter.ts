import { weightedSum } from './weightedSum.ts';

const WEIGHTS = [2, 7, 6, 5, 4, 3, 2];

/**
 * By the first letter: what is added to the sum, and the letters by its rest divided by 11. The authority has not published
 * them; as in python-stdnum, `stdnum.sg`, and, for M, the form in use since 2022.
 */
const SERIES: Readonly<Record<string, readonly [added: number, letters: string]>> = {
  S: [0, 'JZIHGFEDCBA'],
  T: [4, 'JZIHGFEDCBA'],
  F: [0, 'XWUTRQPNMLK'],
  G: [4, 'XWUTRQPNMLK'],
  M: [3, 'XWUTRQPNJLK'],
};

/** Whether the last letter of an NRIC or FIN, in capitals, is the one that its first letter and its digits ask for. */
export function passesSingaporeLetter(number: string): boolean {
  const [added, letters] = SERIES[number[0] ?? ''] ?? [0, ''];
  return letters[(weightedSum(number.slice(1), WEIGHTS) + added) % 11] === number.at(-1);
}
