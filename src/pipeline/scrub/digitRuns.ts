import type { Span } from './detector.ts';

/** Numbers with only a little between one and the next, such as `4111 1111-1111`. */
export type DigitRun = readonly Span[];

/** Whether what stands from `start` to `end`, between two numbers, leaves them one. */
export type IsGap = (text: string, start: number, end: number) => boolean;

/** The runs of `numbers` that have at least `min` digits, in order. */
export function digitRuns(text: string, numbers: readonly Span[], min: number, isGap: IsGap): DigitRun[] {
  const runs: DigitRun[] = [];
  let first = 0;
  let digits = 0;
  for (let next = 0; next < numbers.length; next++) {
    const { start, end } = numbers[next] ?? NO_NUMBER;
    digits += end - start;
    const following = numbers[next + 1];
    if (following !== undefined && isGap(text, end, following.start)) continue;
    if (digits >= min) runs.push(numbers.slice(first, next + 1));
    first = next + 1;
    digits = 0;
  }
  return runs;
}

const NO_NUMBER: Span = { start: 0, end: 0 };

export function isDigit(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return code >= 48 && code <= 57;
}

/** An ASCII letter, digit or underscore: Chinese around a number is no part of it. */
export function isWordAt(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}
