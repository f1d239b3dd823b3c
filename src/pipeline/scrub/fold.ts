/** No-break and typographic spaces and hyphens, full-width signs, Arabic, Persian and Devanagari digits. */
const FOLDABLE =
  /[\u00a0\u2000-\u200a\u202f\u205f\u3000\u2010-\u2013\u2212\ufe58\ufe63\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;
const HAS_FOLDABLE = new RegExp(FOLDABLE.source);

/**
 * Brings digits, spaces, hyphens and full-width signs to ASCII, one unit for one, so that positions in the result are
 * positions in `text`: people write phone numbers with no-break spaces, and in the digits of their own script.
 */
export function fold(text: string): string {
  if (!HAS_FOLDABLE.test(text)) return text;
  return text.replace(FOLDABLE, (character) => ascii(character.charCodeAt(0)));
}

function ascii(code: number): string {
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x660 && code <= 0x96f) return String.fromCharCode(0x30 + (code - zeroOf(code)));
  return (code >= 0x2010 && code <= 0x2013) || code === 0x2212 || code >= 0xfe58 ? '-' : ' ';
}

/** The digit zero of the script that this digit is of. */
function zeroOf(code: number): number {
  if (code < 0x6f0) return 0x660;
  return code < 0x966 ? 0x6f0 : 0x966;
}
