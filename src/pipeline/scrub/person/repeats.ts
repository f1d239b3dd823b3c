import type { Span } from '../detector.ts';
import { nameEnd } from './capitals.ts';
import { kindOf } from './lexicon.ts';

/** Parts of names that are shorter are initials and particles. */
const MIN_PART = 3;

/**
 * `spans`, and where else in the text a part of such a name stands alone: who was named once is called by the surname, or
 * by the given name, after that. `starts` is where words with a capital begin.
 */
export function repeatsOf(text: string, starts: readonly number[], spans: readonly Span[]): Span[] {
  const parts = partsOf(text, spans);
  const all: Span[] = [];
  let next = 0;
  for (const start of starts) {
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) all.push(spans[next++] ?? NO_SPAN);
    const span = spans[next];
    if (span !== undefined && span.start <= start) continue;
    const end = nameEnd(text, start);
    if (parts.has(text.slice(start, end)) && (span === undefined || end <= span.start)) all.push({ start, end });
  }
  return [...all, ...spans.slice(next)];
}

const NO_SPAN: Span = { start: 0, end: 0 };

/** What the names in `spans` are made of. */
function partsOf(text: string, spans: readonly Span[]): ReadonlySet<string> {
  const names = new Set<string>();
  const parts = new Set<string>();
  for (const { start, end } of spans) {
    const name = text.slice(start, end);
    if (names.has(name)) continue;
    names.add(name);
    for (const part of name.split(' ')) if (part.length >= MIN_PART && mayStandAlone(part)) parts.add(part);
  }
  return parts;
}

function mayStandAlone(part: string): boolean {
  const kind = kindOf(part);
  return kind !== 'ordinary' && kind !== 'honorific';
}
