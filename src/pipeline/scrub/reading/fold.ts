import { FOLDABLE, KINDS } from './kinds.ts';
import { loadUnits, MAX_UNITS, textOfUnits, UNITS } from './units.ts';

const units = UNITS;
const kindsOf = KINDS;

/**
 * Brings digits, spaces, hyphens and full-width signs to ASCII, one unit for one, so that positions in the result are
 * positions in `text`: people write phone numbers with no-break spaces, and in the digits of their own script.
 */
export function fold(text: string): string {
  let folded = '';
  while (folded.length < text.length) {
    const piece = text.slice(folded.length, folded.length + MAX_UNITS);
    loadUnits(piece);
    folded += foldUnits(piece.length);
  }
  return folded;
}

/** Folds the first `length` of `UNITS` where they are, and gives them as text. */
export function foldUnits(length: number): string {
  for (let at = 0; at < length; at++) {
    const unit = units[at] ?? 0;
    if (((kindsOf[unit] ?? 0) & FOLDABLE) !== 0) units[at] = asciiOf(unit);
  }
  return textOfUnits(length);
}

function asciiOf(unit: number): number {
  if (unit >= 0xff01) return unit - 0xfee0;
  if (unit >= 0x660 && unit <= 0x96f) return 0x30 + (unit - zeroOf(unit));
  return (unit >= 0x2010 && unit <= 0x2013) || unit === 0x2212 || unit >= 0xfe58 ? 0x2d : 0x20;
}

/** The digit zero of the script that this digit is of. */
function zeroOf(unit: number): number {
  if (unit < 0x6f0) return 0x660;
  return unit < 0x966 ? 0x6f0 : 0x966;
}
