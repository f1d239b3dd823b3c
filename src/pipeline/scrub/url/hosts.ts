import { TOP_LEVEL_DOMAINS } from './topLevelDomains.ts';

/** Labels of letters, digits and hyphens joined by dots (RFC 1123, 2.1), also of other scripts (RFC 5890). */
const ASCII_HOST =
  /[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){1,10}(?![\u0080-\uffff]|\.[\u0080-\uffff])/y;
const HOST = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,62})(?:\.[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,62}){1,10}/uy;

/** Domains whose names stand bare in a text: none of them is a word, a field or the end of a file's name. Ours. */
const BARE = new Set(
  [
    'com org net edu gov mil biz uk de fr nl ru jp cn br au ca ch dk fi pt tr gr cz hu ro ua kr mx cl za nz ie il eu us tw hk sg sk',
    'hr bg lt lv ee vn th ir ae pk lu рф',
  ]
    .join(' ')
    .split(' '),
);

/** Ends of files and, as countries have them, top-level domains: without scheme and `www.` no word makes them an address. */
const FILES = new Set('md py rs sh pl cc so zip mov ps ml tf pm am as ts st bz gz la'.split(' '));

/** What stands before a dot in code and in no address. Ours, from the code in public chat corpora. */
const CODE = new Set(
  [
    'self this that model args opts options config ctx req res request response window document module exports process user',
    'data df np pd plt tf torch nn sys os std java javax system math string object item items event node net app props state',
    'console log logger logging asp vb ado ml dot lang translations messages i18n locale locales country settings params base',
  ]
    .join(' ')
    .split(' '),
);

/** Second-level domains under which a country registers names: `example.co.il`. */
const SECOND_LEVEL = /\.(?:co|com|org|net|ac|gov|edu|gob|gouv|or|ne)\.[a-z]{2}$/i;

/** Companies and frameworks that are called as a domain is; who speaks of them gives no address. */
const CALLED_SO = new Set(['amazon.com', 'booking.com', 'asp.net', 'vb.net', 'ado.net', 'ml.net', 'salesforce.com']);

/** A word before a host that says what it is, within some six words. Ours; `contextOf` takes three times as long. */
const ADDRESS_WORD =
  /\b(?:(?:web ?)?(?:sites?|pages?)|domains?|urls?|links?|visit|home ?page|blog|browse|host(?:ed)?|online|go to|check out|sign up|webseite|seite|sitio|p[aá]gina|adresse|besuchen?|sito)\b/i;
const REACH = 40;

/** Where the host ends that begins at `start`, without a sentence's dot; `undefined` where none does or its end is no top-level domain. */
export function hostEnd(text: string, start: number): number | undefined {
  ASCII_HOST.lastIndex = start;
  if (ASCII_HOST.test(text)) return ASCII_HOST.lastIndex;
  HOST.lastIndex = start;
  return HOST.test(text) ? HOST.lastIndex : undefined;
}

export function isKnownTop(host: string): boolean {
  const top = topOf(host).toLowerCase();
  return TOP_LEVEL_DOMAINS.has(top) || top.startsWith('xn--');
}

function topOf(host: string): string {
  return host.slice(host.lastIndexOf('.') + 1);
}

/** Whether `host`, which stands at `start` to `end` with neither scheme nor `www.`, is an address and no name in code. */
export function isBareHost(text: string, host: string, start: number, end: number): boolean {
  const writtenTop = topOf(host);
  const top = writtenTop.toLowerCase();
  if (FILES.has(top) || !isEvenlyWritten(host, writtenTop) || /[-_.$\\/~#:=]/.test(text[start - 1] ?? '')) return false;
  if (/^[\w(=[]|^\.\w|^[-+]\w/.test(text.slice(end, end + 2))) return false;
  const dot = host.indexOf('.');
  const first = host.slice(0, dot).toLowerCase();
  if (dot === host.lastIndexOf('.') && CODE.has(first)) return false;
  if (BARE.has(top) || SECOND_LEVEL.test(host)) return !CALLED_SO.has(host.toLowerCase()) || text[end] === '/';
  const isCode = first.length < 2 || /^ ?[=+]/.test(text.slice(end, end + 2));
  return !isCode && ADDRESS_WORD.test(text.slice(Math.max(0, start - REACH), start));
}

/** `System.Net`, `Foo.Bar`, `word.In`: a domain is small, or all in capitals, or has capitals in front of a small end. */
function isEvenlyWritten(host: string, top: string): boolean {
  return top === top.toLowerCase() || (host === host.toUpperCase() && top === 'COM');
}
