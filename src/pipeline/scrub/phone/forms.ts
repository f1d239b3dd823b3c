import type { Cue } from './cues.ts';
import { isNational, judgeInternational } from './library.ts';
import type { Shape } from './shapes.ts';

/** Most digits of a number, country code included (ITU-T E.164, 6.1). */
const MAX_DIGITS = 15;

interface Candidate {
  readonly shape: Shape;
  /** As it stands in the text, with its `+` or `(`. */
  readonly written: string;
  readonly cue: Cue;
  /** More digits follow, joined as those of the candidate are: it may be part of a list. */
  readonly goes_on: boolean;
}

/**
 * Whether a candidate of 7 to 17 digits is a phone number: with a country code that there is; in any form where the
 * text says so; or as it is dialled in one of `regions`.
 */
export function isPhone({ shape, written, cue, goes_on }: Candidate, regions: readonly string[]): boolean {
  const { digits, groups } = shape;
  if (isInternational(written)) {
    const plus = written.includes('+');
    const judgement = judgeInternational(plus ? digits : digits.slice(2));
    if (judgement === 'valid') return plus || cue !== 'other';
    return judgement === 'possible' && cue !== 'other' && (groups.length > 1 || cue === 'phone');
  }
  if (cue === 'other' || digits.length > MAX_DIGITS) return false;
  return cue === 'phone' || (looksNational(shape, goes_on) && isNational(digits, regions));
}

/** Begins with + or 00, as no national number does. */
export function isInternational(written: string): boolean {
  return written.includes('+') || /^00[ -]?[1-9]/.test(written);
}

/**
 * What is cheap to see before the library is asked, where no word says "phone". Ours: a bare row of digits must begin
 * with the 0 that countries put before the area and be as long as a mobile number; groups must be those of North
 * America, or begin with that 0, or be three to five of two digits and more, and not part of a longer list.
 */
function looksNational({ digits, groups, joiners }: Shape, goes_on: boolean): boolean {
  if (groups.length === 1) return /^0[1-9][0-9]{8,9}$/.test(digits);
  if (/^(?:1-)?3-3-4$/.test(groups.join('-'))) return true;
  const even = new Set(joiners).size === 1 || /[()]/.test(joiners.join(''));
  if (!even || goes_on || groups.length > 5 || groups.includes(1)) return false;
  const postcode = groups.length === 2 && groups[0] === 5 && groups[1] === 4 && joiners[0] === '-';
  if (digits.startsWith('0')) return digits.length >= 9 && !postcode;
  return groups.length >= 3 && digits.length >= 8 && !groups.slice(1).every((length) => length === 3);
}
