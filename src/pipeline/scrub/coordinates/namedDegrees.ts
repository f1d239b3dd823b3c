import type { Span } from '../detector.ts';

/** `"lat": `, `longitude = `, `lng=`: the name of one of the two, and what stands between it and its value. */
const NAME =
  /(?<![A-Za-z])(?:[Ll]at(?:itude)?|LAT(?:ITUDE)?|[Ll]on(?:g|gitude)?|LON(?:G|GITUDE)?|lng|Lng|LNG|mlat|mlon)["'\]]{0,2} ?(?:[:=]|is)? ?["']?[+-]?$/;

/** Some of which stands in a text that has a name. */
export const NAME_STEMS = ['lat', 'Lat', 'LAT', 'lon', 'Lon', 'LON', 'lng', 'Lng', 'LNG'];

/** Longest name with its signs. */
const REACH = 18;

/** Fewest decimals: one, and it is a county; two, a part of a town. Ours. */
const MIN_DECIMALS = 2;

const DEGREES = /[0-9]{1,3}\.[0-9]{1,15}/y;

/** The value of one degree behind its name that begins at the number at `number`; `undefined` where none does. */
export function namedDegreesAt(text: string, { start, end }: Span): Span | undefined {
  if (text[end] !== '.' || end - start > 3) return undefined;
  DEGREES.lastIndex = start;
  if (!DEGREES.test(text)) return undefined;
  const last = DEGREES.lastIndex;
  if (last - end - 1 < MIN_DECIMALS || (end - start === 3 && Number(text.slice(start, last)) > 180)) return undefined;
  if (!NAME.test(text.slice(Math.max(0, start - REACH), start))) return undefined;
  const sign = text[start - 1];
  return { start: sign === '-' || sign === '+' ? start - 1 : start, end: last };
}
