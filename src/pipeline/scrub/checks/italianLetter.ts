const ZERO = 48;
const A = 65;

/**
 * What a letter counts at the first, third, … place, A to Z, and a digit as the letter that is as far behind A (Decreto
 * ministeriale 23 December 1976, article 11).
 */
const ODD_VALUES = [
  ...[1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18],
  ...[20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23],
];

/** Whether the last of the sixteen signs of a codice fiscale, in capitals, is the check letter of those before it. */
export function passesItalianLetter(code: string): boolean {
  let sum = 0;
  for (let place = 0; place < code.length - 1; place++) {
    const unit = code.charCodeAt(place);
    const ordinal = unit < A ? unit - ZERO : unit - A;
    sum += place % 2 === 1 ? ordinal : (ODD_VALUES[ordinal] ?? 0);
  }
  return code.charCodeAt(code.length - 1) - A === sum % 26;
}
