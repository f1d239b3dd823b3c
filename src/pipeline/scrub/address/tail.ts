import type { Span } from '../detector.ts';
import { isDigit } from '../digitRuns.ts';
import { isCapitalAt, isLetterAt, wordEnd } from '../letters.ts';
import { COUNTRY_ENDS, PARTICLES, UNIT_WORDS } from './streetWords.ts';

/** Apt. 595, Suite 12, Unit 4B, #12, Flat 3, D: 5, 2. Etage: what tells one home of a house from another. */
const UNIT =
  /(?: (?:[NSEW]{1,2}|north|south|east|west)(?![\p{L}\p{N}]))?\.?[, ]{0,2}(?:\r?\n[ \t>?]{0,4})?(?:#|(?:apt|apartment|suite|ste|unit|flat|floor|fl|room|rm|bldg|building|block|blok|bus|daire|kat|wohnung|whg|etage|piso|puerta|pta|apto|apart|interno|int|esc|lgh|m|lok|bt|dz|d)(?:[.:]|\b))[ ]?(?:no[.:]? ?)?[0-9]{1,5}[a-z]?(?![\p{L}\p{N}])/iuy;

/**
 * Postcodes: NNNNN(-NNNN) United States and much of Europe, NNNNN-NNN Brazil, NNN NN Sweden, Czechia, Greece, NNNN LL
 * Netherlands, NN-NNN Poland, NNNN-NNN Portugal, NNNN, NNNNNN; LN(N) NLL United Kingdom, LNL NLN Canada (Universal Postal
 * Union, addressing systems by country).
 */
const POSTCODE =
  /(?:[0-9]{5}-[0-9]{3,4}|[0-9]{4}-[0-9]{3}|[0-9]{4} ?[A-Z]{2}|[0-9]{2}-[0-9]{3}|[0-9]{3} [0-9]{2}|[0-9]{4,6}|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9])(?![\p{L}\p{N}])/uy;

/** Town, region, country: most words on the way to a postcode. Ours: "Stoke on Trent, Staffordshire, United Kingdom". */
const MAX_WORDS = 9;
/** And behind one: "75001 Paris". */
const MAX_TOWN = 3;

/** The end of an address whose street and number end at `end`: with what unit it is, and with its town where a postcode follows. */
export function tailEnd(text: string, end: number): number {
  return townEnd(text, unitsEnd(text, end));
}

/** Takes in units, such as `Suite 12 Apt. 3`. */
export function unitsEnd(text: string, end: number): number {
  let at = end;
  for (let units = 0; units < 3; units++) {
    UNIT.lastIndex = at;
    if (!UNIT.test(text)) break;
    at = UNIT.lastIndex;
  }
  return at;
}

/** Whether a postcode begins at `start`: then where it ends. */
export function postcodeEnd(text: string, start: number): number | undefined {
  // Each form has a digit among its first three signs.
  if (!isDigit(text, start) && !isDigit(text, start + 1) && !isDigit(text, start + 2)) return undefined;
  POSTCODE.lastIndex = start;
  return POSTCODE.test(text) ? POSTCODE.lastIndex : undefined;
}

/** Goes on over words with a capital, to a postcode or a country; stays at `end` where there is neither. */
function townEnd(text: string, end: number): number {
  let at = end;
  let country = end;
  for (let words = 0; words < MAX_WORDS; words++) {
    const start = nextPart(text, at);
    if (start === undefined) return country;
    const postcode = postcodeEnd(text, start);
    if (postcode !== undefined) return words === 0 ? townBehind(text, postcode) : postcode;
    const next = wordEnd(text, start);
    if (next === start || !isNameWord(text, { start, end: next })) return country;
    if (words > 0 && COUNTRY_ENDS.isAt(text, start, next)) country = next;
    at = next;
  }
  return country;
}

/** Over spaces, one comma and line ends (with the signs of a quoted mail), where the next part begins. */
function nextPart(text: string, end: number): number | undefined {
  let at = end;
  if (text[at] === '.') at++;
  let breaks = 0;
  while (at - end < 12) {
    const sign = text[at] ?? '';
    if (sign === '\n' || sign === ',') breaks++;
    else if (sign !== ' ' && sign !== '\r' && sign !== '\t' && !(breaks > 0 && (sign === '>' || sign === '?'))) break;
    at++;
  }
  return at === end || breaks > 3 ? undefined : at;
}

function isNameWord(text: string, { start, end }: Span): boolean {
  return isCapitalAt(text, start) ? !UNIT_WORDS.isAt(text, start, end) : PARTICLES.has(text.slice(start, end));
}

/** Takes in the name of the town behind a postcode, on the same line. */
function townBehind(text: string, end: number): number {
  let at = end;
  for (let words = 0; words < MAX_TOWN && text[at] === ' ' && isCapitalAt(text, at + 1); words++) {
    const next = wordEnd(text, at + 1);
    if (!isLetterAt(text, next - 1)) break;
    at = next;
  }
  return at;
}
