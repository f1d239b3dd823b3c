/** What a digit or letter counts at the first, third, … place: of 0 to 9, then of A to Z (Decreto ministeriale 23 December 1976, article 11). */
const ODD_DIGITS = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
const ODD_LETTERS = [...ODD_DIGITS, ...[2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]];

/** Whether the last of the sixteen signs of a codice fiscale, in capitals, is the check letter of those before it. */
export function passesItalianLetter(code: string): boolean {
  let sum = 0;
  for (let place = 0; place < code.length - 1; place++) {
    const value = Number.parseInt(code[place] ?? '', 36);
    const ordinal = value < 10 ? value : value - 10;
    sum += place % 2 === 1 ? ordinal : ((value < 10 ? ODD_DIGITS : ODD_LETTERS)[ordinal] ?? 0);
  }
  return code.charCodeAt(code.length - 1) - 65 === sum % 26;
}
