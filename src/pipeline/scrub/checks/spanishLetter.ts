/** Letters by the rest of the number divided by 23 (Real Decreto 1553/2005, article 11; Ministerio del Interior, "Cálculo del dígito de control"). */
const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Whether `letter`, a capital, is the one that follows these digits in a DNI. */
export function isSpanishLetter(digits: string, letter: string): boolean {
  return LETTERS[Number(digits) % 23] === letter;
}
