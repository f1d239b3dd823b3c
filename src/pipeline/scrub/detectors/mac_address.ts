import { apart } from '../apart.ts';
import { contextOf } from '../context.ts';
import type { Detector, Span } from '../detector.ts';
import type { Traits } from '../reading/traits.ts';

const PAIR = '[0-9A-Fa-f]{2}';
/** Six pairs (EUI-48) or eight (EUI-64), as IEEE 802, 8.1 has them, with one sign between all. More are a key's fingerprint. */
const COLONS = new RegExp(
  `(?<![A-Za-z0-9_:])${PAIR}(?::${PAIR}){5}(?:(?::${PAIR}){2})?(?![A-Za-z0-9_]|:[0-9A-Fa-f])`,
  'y',
);
const HYPHENS = new RegExp(`^${PAIR}(?:-${PAIR}){5}(?:(?:-${PAIR}){2})?$`);
/** As Cisco's devices print them. */
const DOTS = /(?<![A-Za-z0-9_.])[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![A-Za-z0-9_]|\.[0-9A-Za-z])/y;

/** No device has all bits clear (none) or set (everybody). */
const NOBODY = /^(?:[0:.-]+|[Ff:.-]+)$/;

const LENGTHS = new Set([17, 23]);

/** Five colons have nothing else between them than pairs; digits with hyphens or hexadecimal digits with dots do. */
const hasContext = contextOf([
  'macs?',
  '(?:hardware|physical|ethernet|device|bluetooth|wi-?fi|lan|adapter|interface) (?:id|address)',
  '(?:b|e)ssid|ether|hwaddr|lladdr|arp|nic|vlan|cisco|dhcp',
]);

const detector: Detector = {
  entity: 'MAC_ADDRESS',
  summary:
    'hardware addresses (MAC, EUI-64) in pairs with colons or hyphens, or in fours with dots beside a word that says so',
  score: 0.95,
  unmasked: 5,
  needs: [{ colonsInRow: 5 }, { token: 17 }, { text: 'MAC' }, { text: 'ddress' }],
  create: () => findMacAddresses,
};
export default detector;

function findMacAddresses(text: string, { tokens, colonsInRow }: Traits): Span[] {
  const spans = colonsInRow >= 5 ? findWithColons(text) : [];
  for (const { start, end } of tokens) if (isWithHyphens(text, start, end)) spans.push({ start, end });
  collectWithDots(text, spans);
  return apart(spans);
}

function collectWithDots(text: string, spans: Span[]): void {
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    if (text[dot + 5] !== '.' || dot < 4) continue;
    DOTS.lastIndex = dot - 4;
    if (!DOTS.test(text)) continue;
    const start = dot - 4;
    const end = DOTS.lastIndex;
    if (!NOBODY.test(text.slice(start, end)) && hasContext(text, start, end)) spans.push({ start, end });
  }
}

function findWithColons(text: string): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', Math.max(colon + 1, covered))) {
    const start = colon - 2;
    if (start < covered) continue;
    COLONS.lastIndex = start;
    if (!COLONS.test(text)) continue;
    covered = COLONS.lastIndex;
    if (!NOBODY.test(text.slice(start, covered))) spans.push({ start, end: covered });
  }
  return spans;
}

function isWithHyphens(text: string, start: number, end: number): boolean {
  if (!LENGTHS.has(end - start)) return false;
  const token = text.slice(start, end);
  return HYPHENS.test(token) && !NOBODY.test(token) && (/[A-Fa-f]/.test(token) || hasContext(text, start, end));
}
