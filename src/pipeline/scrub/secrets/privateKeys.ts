import type { Span } from '../detector.ts';

const BEGIN = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const END = /-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;

/** What a key is written with between its markers (RFC 7468), also inside a string literal with `\n`. */
const BODY = /[A-Za-z0-9+/=\s\\"',:-]{0,20000}/y;

/** Private keys in PEM form, markers included; where the closing marker is missing, as far as the text looks like a key. */
export function findPrivateKeys(text: string): Span[] {
  if (!text.includes('PRIVATE KEY')) return [];
  const ends = Array.from(text.matchAll(END), (match) => match.index + match[0].length);
  const spans: Span[] = [];
  let covered = 0;
  let next = 0;
  for (const match of text.matchAll(BEGIN)) {
    if (match.index < covered) continue;
    const body = match.index + match[0].length;
    while ((ends[next] ?? text.length) < body) next++;
    covered = bodyEnd(text, body, ends[next]);
    spans.push({ start: match.index, end: covered });
  }
  return spans;
}

function bodyEnd(text: string, body: number, end: number | undefined): number {
  BODY.lastIndex = body;
  const length = BODY.exec(text)?.[0].trimEnd().length ?? 0;
  // The body takes in the dashes of the closing marker and its first word.
  return end !== undefined && end <= body + length + 80 ? end : body + length;
}
