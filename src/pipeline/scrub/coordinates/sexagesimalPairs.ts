import type { Span } from '../detector.ts';

const MINUTES = "[0-9]{1,2}(?:\\.[0-9]{1,6})? ?['′’´]";
const SECONDS = `[0-9]{1,2}(?:\\.[0-9]{1,6})? ?(?:["″”]|''|’’)`;
/** Degrees, minutes and perhaps seconds, as ISO 6709, annex D, has them for people. */
const ANGLE = `[0-9]{1,3} ?[°º] ?${MINUTES}(?: ?${SECONDS})?`;
const BEHIND = `${ANGLE} ?[NSns]\\.?[,;/]?\\s{0,2}${ANGLE} ?[EWOewo](?![A-Za-z])`;
const BEFORE = `(?<=[NSns] ?)${ANGLE}[,;/]?\\s{0,2}[EWOewo] ?${ANGLE}`;
const UNSIDED = `${ANGLE}[,;/]\\s{0,2}${ANGLE}`;
const PAIR = new RegExp(`${BEHIND}|${BEFORE}|${UNSIDED}`, 'y');

/** Latitude and longitude in degrees, minutes and seconds that begin at the number at `number`; `undefined` where none do. */
export function sexagesimalPairAt(text: string, { start, end }: Span): Span | undefined {
  const sign = text[end];
  if (sign !== '°' && sign !== 'º' && !(sign === ' ' && (text[end + 1] === '°' || text[end + 1] === 'º')))
    return undefined;
  PAIR.lastIndex = start;
  return PAIR.test(text) ? { start, end: PAIR.lastIndex } : undefined;
}
