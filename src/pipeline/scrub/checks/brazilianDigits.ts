import { weightedSum } from './weightedSum.ts';

/**
 * Whether the last two of `digits` are the check digits of those before them, modulo 11 (Receita Federal, "cálculo do dígito
 * verificador"; as in python-stdnum, `stdnum.br`). `weights` are those of the second check digit, and without their first those of the first one. Capitals may stand for digits.
 */
export function endsInBrazilianDigits(digits: string, weights: readonly number[]): boolean {
  const first = checkDigit(weightedSum(digits, weights.slice(1)));
  const second = checkDigit(weightedSum(digits, weights));
  return digits.endsWith(`${first}${second}`);
}

function checkDigit(sum: number): number {
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}
