import type { Span } from '../detector.ts';

/** PEM (RFC 7468), OpenSSH, PGP (RFC 9580, 6.2), and SSH2 with four dashes and a space (RFC 4716, 3.2). */
const BEGIN = /----(?:-| )BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?(?:-| )----/g;
const END = /----(?:-| )END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?(?:-| )----/g;

/** Longest body between two markers: some 16,384 bits of RSA. Ours. */
const MAX_BODY = 20_000;

/** What a key is written with between its markers (RFC 7468), also inside a string literal with `\n`. */
const BODY = new RegExp(`[A-Za-z0-9+/=\\s\\\\"',:-]{0,${MAX_BODY}}`, 'y');

/** Private keys, markers included; where the closing marker is missing, as far as the text looks like a key. */
export function findPrivateKeys(text: string): Span[] {
  if (!text.includes('PRIVATE KEY')) return [];
  const begins = Array.from(text.matchAll(BEGIN), spanOf);
  const ends = Array.from(text.matchAll(END), spanOf);
  const spans: Span[] = [];
  let next = 0;
  let covered = 0;
  for (const [place, begin] of begins.entries()) {
    if (begin.start < covered) continue;
    while ((ends[next]?.start ?? text.length) < begin.end) next++;
    const following = begins[place + 1]?.start ?? text.length;
    covered = closedEnd(ends[next], begin.end, following) ?? openEnd(text, begin.end);
    spans.push({ start: begin.start, end: covered });
  }
  return spans;
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

/** The end of the closing marker, if it belongs to the body from `body` on: PGP has comments in it, with any sign. */
function closedEnd(end: Span | undefined, body: number, following: number): number | undefined {
  return end !== undefined && end.start <= Math.min(body + MAX_BODY, following) ? end.end : undefined;
}

function openEnd(text: string, body: number): number {
  BODY.lastIndex = body;
  const length = BODY.exec(text)?.[0].trimEnd().length ?? 0;
  return body + length;
}
