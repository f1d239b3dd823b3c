import { isIPv6 } from 'node:net';
import type { Detector, Span } from '../detector.ts';
import { isWordAt } from '../digitRuns.ts';
import { isSomebodys, prefixEnd } from '../ip/special.ts';
import type { Traits } from '../reading/traits.ts';

const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const IP_V4 = new RegExp(`(?<![A-Za-z0-9_.])${OCTET}(?:\\.${OCTET}){3}(?![A-Za-z0-9_]|\\.[0-9]|-[A-Za-z])`, 'g');

/**
 * What stands before four numbers that are no address: a version, a section, `Chrome/` of a browser's name (RFC 9110, 10.1.5). The
 * short ones are words of their own: `server`, `configure` and `river` say nothing of a version.
 */
const BEFORE_VERSION =
  /(?:(?:versions?|release|stable|build|firmware|driver|section|chapter|paragraph|(?<![a-z])(?:ver|sect|article|clause|figure|table|rule))\.?|\bv\.?|§|[A-Za-z]\/)[ :=]{0,2}$/i;

/** Numbers of an IPv4 address, and fewest colons of an IPv6 address: `::1`. */
const MIN_NUMBERS = 4;
const MIN_COLONS = 2;

/** Longest way to write an IPv6 address (RFC 4291, 2.2, with a dotted quad at its end). */
const MAX_V6 = 45;

const detector: Detector = {
  entity: 'IP_ADDRESS',
  summary:
    'IPv4 and IPv6 addresses, but for those that are nobody’s unless called one: loopback, unspecified, the networks of everybody',
  score: 0.95,
  unmasked: 4,
  needs: [
    { dottedNumbers: MIN_NUMBERS },
    { colonsInRow: MIN_COLONS, digits: 1 },
    { colonsInRow: MIN_COLONS, text: ' ::' },
    { colonsInRow: MIN_COLONS, text: '=::' },
  ],
  create: () => findAddresses,
};
export default detector;

function findAddresses(text: string, { dottedNumbers, colonsInRow }: Traits): Span[] {
  const spans = dottedNumbers >= MIN_NUMBERS ? findV4(text) : [];
  const wide = colonsInRow >= MIN_COLONS ? findV6(text) : [];
  if (wide.length === 0) return spans;
  const outside = spans.length === 0 ? spans : outsideOf(wide, spans);
  return outside.length === 0 ? wide : [...outside, ...wide].sort((a, b) => a.start - b.start);
}

/** Those of `spans` that overlap none of `others`; both are in order, and the spans of each apart. */
function outsideOf(others: readonly Span[], spans: readonly Span[]): Span[] {
  let next = 0;
  return spans.filter(({ start, end }) => {
    while ((others[next]?.end ?? end) <= start) next++;
    return (others[next]?.start ?? end) >= end;
  });
}

function findV4(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(IP_V4)) {
    const start = match.index;
    const end = prefixEnd(text, start, start + match[0].length);
    if (!isSomebodys(text, start, end)) continue;
    if (BEFORE_VERSION.test(text.slice(Math.max(0, start - 16), start))) continue;
    spans.push({ start, end });
  }
  return spans;
}

function findV6(text: string): Span[] {
  const spans: Span[] = [];
  let read = 0;
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', Math.max(read, colon + 1))) {
    let start = colon;
    while (start > read && colon - start < 5 && isAddressSign(text, start - 1)) start--;
    read = colon;
    while (read < text.length && isAddressSign(text, read)) read++;
    const end = read - (/(?:[^:]:|\.)$/.test(text.slice(Math.max(colon, read - 2), read)) ? 1 : 0);
    if (end - start > MAX_V6 || isWordAt(text, start - 1) || isWordAt(text, end)) continue;
    if (!isAddressV6(text.slice(start, end))) continue;
    const whole = prefixEnd(text, start, zoneEnd(text, end));
    if (isSomebodys(text, start, whole)) spans.push({ start, end: whole });
  }
  return spans;
}

/** A hexadecimal digit, a colon or a dot. */
function isAddressSign(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return (code >= 48 && code <= 58) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70) || code === 46;
}

/**
 * Valid, and not what programmers write with colons: a shortened address begins with four digits as all that are handed
 * out do (RFC 4291, 2.4: 2000::/3, fc00::/7, fe80::/10, ff00::/8), embeds an IPv4 address or has four groups; `Fed::Ad`
 * and `a::b1` do not.
 * Eight pairs of digits are a hardware address.
 */
function isAddressV6(address: string): boolean {
  if (!isIPv6(address)) return false;
  if (/^::1?$/.test(address)) return true;
  if (!/[0-9]/.test(address)) return false;
  if (!address.includes('::')) return !/^(?:[0-9a-f]{2}:){7}[0-9a-f]{2}$/i.test(address);
  if (/^(?:[0-9a-f]+::?){3,}[0-9a-f]+$/i.test(address)) return true;
  return (
    /^(?:[23][0-9a-f]{3}|f[cdef][0-9a-f]{2}|64:ff9b):/i.test(address) ||
    /^::(?:ffff:)?(?!0?127\.)[0-9a-f]+[.:]/i.test(address)
  );
}

/** Where the zone of a link-local address ends (`fe80::1%eth0`, RFC 4007). */
function zoneEnd(text: string, end: number): number {
  const zone = /^%[A-Za-z0-9._-]{0,15}[A-Za-z0-9]/.exec(text.slice(end, end + 17));
  return end + (zone?.[0].length ?? 0);
}
