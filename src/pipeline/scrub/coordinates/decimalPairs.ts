import { contextOf } from '../context.ts';
import type { Span } from '../detector.ts';
import { isWordAt } from '../digitRuns.ts';
import { countDigits } from '../ids/countDigits.ts';

/** Degrees with decimals, signed or with a letter for the side, and what stands between latitude and longitude. */
const PAIR =
  /([+-]?[0-9]{1,3}\.[0-9]{1,15})( ?[°º])?( ?[NSns](?![A-Za-z]))?( ?[,;] ?| ?\/ ?| {1,2}|%2C|\n)([+-]?[0-9]{1,3}\.[0-9]{1,15})( ?[°º])?( ?[EWOewo](?![A-Za-z]))?(?![0-9.]*[0-9])/y;

/** Fewest decimals without and with a word that says what they are: four tell a house from its neighbours, one a town. Ours. */
const MIN_DECIMALS = 4;
const MIN_DECIMALS_WITH_CONTEXT = 2;

/** Fewest digits of both without a degree sign or `geo:` (RFC 5870): ordinary texts with two decimal numbers have fewer. Ours. */
export const MIN_PAIR_DIGITS = 8;

/** In URLs of maps. */
const IN_URL = /(?:[@=/]|%40)$/;
const MAP = /(?:maps?[./?]|openstreetmap|osm|[?&](?:q|ll|sll|cbll|center|query|destination|origin|daddr|saddr)=)/i;

const hasContext = contextOf([
  'coord(?:inate)?s?|gps|lat(?:itude)?s?|lon(?:g(?:itude)?)?s?|lng|geo(?:location|tag|point)?|location|located|position|waypoint|marker|map',
  'koordinat\\p{L}{0,8}|konum\\p{L}{0,4}|standort|breitengrad|coordenadas|ubicaci[oó]n|coordonnées|coordinate|posizione|координаты|坐标|経度|緯度',
]);

/** A pair of degrees that begins at the number at `number`; `undefined` where none does. */
export function decimalPairAt(text: string, number: Span): Span | undefined {
  const sign = text[number.start - 1];
  const start = sign === '-' || sign === '+' ? number.start - 1 : number.start;
  if (isWordAt(text, start - 1) || text[start - 1] === '.') return undefined;
  PAIR.lastIndex = start;
  const match = PAIR.exec(text);
  if (match === null) return undefined;
  const [whole, latitude = '', degree, north, gap = '', longitude = '', , east] = match;
  const span = { start, end: start + whole.length };
  if (degree === undefined && !text.startsWith('geo:', start - 4)) {
    if (countDigits(latitude) + countDigits(longitude) < MIN_PAIR_DIGITS) return undefined;
    const isSided = north !== undefined && east !== undefined;
    if (!isSided && !isBelievable(text, span, latitude, longitude, gap)) return undefined;
  }
  return Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180 ? span : undefined;
}

/** Without degrees and sides: in a map's URL, beside a word, or of a form that lists of numbers have not. */
function isBelievable(text: string, span: Span, latitude: string, longitude: string, gap: string): boolean {
  const decimals = Math.min(decimalsOf(latitude), decimalsOf(longitude));
  if (IN_URL.test(text.slice(Math.max(0, span.start - 4), span.start))) {
    return MAP.test(text.slice(Math.max(0, span.start - 100), span.start));
  }
  if (isInList(text, span)) return false;
  if (decimals >= MIN_DECIMALS_WITH_CONTEXT && hasContext(text, span.start, span.end)) return true;
  const isGap = gap.includes(',');
  return decimals >= MIN_DECIMALS && isGap && Math.abs(Number(latitude)) >= 1 && Math.abs(Number(longitude)) >= 1;
}

function decimalsOf(number: string): number {
  return number.length - 1 - number.indexOf('.');
}

/** One more number before or behind it. */
function isInList(text: string, { start, end }: Span): boolean {
  return (
    /[0-9][,;]? {0,2}$/.test(text.slice(Math.max(0, start - 4), start)) ||
    /^ ?[,;]? {0,2}[+-]?[0-9]/.test(text.slice(end, end + 5))
  );
}
