import { isDigit } from '../digitRuns.ts';

export function countDigits(text: string): number {
  let digits = 0;
  for (let at = 0; at < text.length; at++) if (isDigit(text, at)) digits++;
  return digits;
}
