import { endOfUrl } from '../../../measures/urls.ts';
import type { Detector, Span } from '../detector.ts';
import { isDigit, isWordAt } from '../digitRuns.ts';
import { hostEnd, isBareHost, isKnownTop } from '../url/hosts.ts';

/** Longest scheme, user and password before a host. Ours. */
const MAX_SCHEME = 16;
const MAX_USER = 128;

/** Longest label (RFC 1035, 2.3.4). */
const MAX_LABEL = 63;

const detector: Detector = {
  entity: 'URL',
  summary: 'web addresses, with a scheme, with www. or bare, that end in a top-level domain (IANA)',
  score: 0.9,
  action: 'keep',
  mayHoldOthers: true,
  unmasked: 0,
  // `example.com` has nothing that other text has not; the search goes from dot to dot.
  needs: [{}],
  create: () => findUrls,
};
export default detector;

function findUrls(text: string): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', Math.max(dot + 1, covered))) {
    if (!isLabelSign(text.charCodeAt(dot - 1)) || !isLabelSign(text.charCodeAt(dot + 1))) continue;
    const label = labelStart(text, dot, covered);
    if (isDecimal(text, label, dot)) continue;
    const end = hostEnd(text, label);
    if (end === undefined || end <= dot) continue;
    const host = text.charCodeAt(label) < FIRST_FOREIGN ? label : label + foreignHead(text.slice(label, end));
    covered = end;
    const start = urlStart(text, host, end);
    if (start === undefined) continue;
    covered = /^(?:[/?#]|:[0-9])/.test(text.slice(end, end + 2)) ? endOfUrl(text, end) : end;
    spans.push({ start, end: covered });
  }
  return spans;
}

/** A letter, digit or hyphen, of any script. */
function isLabelSign(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57) || code === 45 || code > 127;
}

function labelStart(text: string, dot: number, floor: number): number {
  let start = dot;
  while (start > floor && dot - start < MAX_LABEL && isLabelSign(text.charCodeAt(start - 1))) start--;
  while (text[start] === '-') start++;
  return start;
}

/** `3.14`, and not the host of `http://192.0.2.1`. */
function isDecimal(text: string, start: number, dot: number): boolean {
  return isDigit(text, dot - 1) && isDigit(text, dot + 1) && text[start - 1] !== '/' && text[start - 1] !== '@';
}

/** The first unit of the scripts that put no space around an address. */
const FIRST_FOREIGN = 0x3000;

/** How long the Chinese, Japanese or Korean is that stands right before a host in ASCII, as they put no space there. */
function foreignHead(host: string): number {
  return /^[\u3000-\u9fff\uac00-\ud7af]+(?=[A-Za-z0-9-]+\.[\u0021-\u007f]+$)/.exec(host)?.[0].length ?? 0;
}

/** Where the URL begins whose host stands at `start` to `end`; `undefined` where it is an e-mail address, code or a file. */
function urlStart(text: string, start: number, end: number): number | undefined {
  const host = text.slice(start, end);
  const isAddress = isDigit(host, 0) && IP_V4.test(host);
  if (!isAddress && !isKnownTop(host)) return undefined;
  const sign = text[start - 1];
  if (sign === '/' || sign === '@') return schemeBefore(text, start);
  if (isAddress || isLocalPart(text, end)) return undefined;
  if (/^www\./i.test(host)) return host.indexOf('.', 4) > 0 ? start : undefined;
  return isBareHost(text, host, start, end) ? start : undefined;
}

/** An address but for those that mean the own machine (RFC 1122, 3.2.1.3). */
const IP_V4 = /^(?!127\.|0\.)[0-9]{1,3}(?:\.[0-9]{1,3}){3}$/;

/** Whether what ends at `end` is the head of the local part of an e-mail address. */
function isLocalPart(text: string, end: number): boolean {
  let at = end;
  while (at - end < MAX_LOCAL && isLocalSign(text, at)) at++;
  return text[at] === '@';
}

/** Longest local part (RFC 5321, 4.5.3.1.1). */
const MAX_LOCAL = 64;

function isLocalSign(text: string, at: number): boolean {
  const sign = text[at];
  return sign === '.' || sign === '+' || isWordAt(text, at) || sign === '-';
}

/** `https://`, `ftp://ann:hunter42@`: where it begins, if it ends at `end`. */
function schemeBefore(text: string, end: number): number | undefined {
  const before = text.slice(Math.max(0, end - (text[end - 1] === '@' ? MAX_USER : MAX_SCHEME)), end);
  const match = SCHEME.exec(before);
  return match === null ? undefined : end - match[0].length;
}

/** RFC 3986, 3.1 and 3.2.1; glued to the word before it a scheme of the web is known all the same. */
const SCHEME = /(?:https?|s?ftp|wss?|[a-z][a-z0-9+-]{1,12}):\/\/(?:[^\s/@"'<>]{1,100}@)?$/i;
