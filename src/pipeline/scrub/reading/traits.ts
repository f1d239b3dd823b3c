import type { Span } from '../detector.ts';

/**
 * What a text has that personal data is made of, counted in one pass for all detectors. A new trait belongs here if it rules
 * out ordinary text for several detectors; `traitCounter.ts` counts it where `kinds.ts` says that there may be some.
 */
export interface Traits {
  /** Digits in all. */
  readonly digits: number;
  /** Most digits in a row, with up to three spaces, line ends or signs `( ) - . /` between one and the next. */
  readonly digitsInRow: number;
  /** Most numbers in a row with one dot between one and the next: 3 in `v1.20.3`. */
  readonly dottedNumbers: number;
  /** Most colons in a row with at most four signs between one and the next: 2 in `12:30:00` and in `::`. */
  readonly colonsInRow: number;
  /** Length of the longest token: of ASCII letters, digits, _ and - with a digit, or a capital behind the beginning. */
  readonly token: number;
  /** Has an "at" in brackets, or the word "dot" between spaces. */
  readonly spelledSigns: boolean;
  /** May have characters written in a code: HTML entities, `%40`, invisible signs, digits of rare scripts (see `decode.ts`). */
  readonly coded: boolean;
  /** Those of the signs `: @ %` that occur, as bits (see `marksOf`). */
  readonly marks: number;
  /** Where a word with a capital begins, in any script that has some (see `letterCases.ts`), in order. */
  readonly capitals: readonly number[];
  /** Every group of digits, in order. */
  readonly numbers: readonly Span[];
  /** Every token of at least `MIN_TOKEN` characters, in order. */
  readonly tokens: readonly Span[];
}

/** Shorter tokens are words and numbers. Ours. */
export const MIN_TOKEN = 8;
