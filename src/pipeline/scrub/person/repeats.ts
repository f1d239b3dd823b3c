import type { Span } from '../detector.ts';
import { caseAt, NO_LETTER } from '../reading/letterCases.ts';
import { nameEnd } from './capitals.ts';
import { kindOf } from './lexicon.ts';

/** Parts of names that are shorter are initials and particles. */
const MIN_PART = 3;

/**
 * `spans`, and where else in the text such a name, or a part of it, stands alone: who was named once is called by the surname, or
 * by the given name, after that. `starts` is where words with a capital begin.
 */
export function repeatsOf(text: string, starts: readonly number[], spans: readonly Span[]): Span[] {
  const names = namesByPart(text, spans);
  const all: Span[] = [];
  let next = 0;
  let through = 0;
  for (const start of starts) {
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) all.push(spans[next++] ?? NO_SPAN);
    const span = spans[next];
    if (start < through || (span !== undefined && span.start <= start)) continue;
    const part = text.slice(start, nameEnd(text, start));
    const name = names.get(part);
    if (name === undefined) continue;
    const end = isWordAt(text, name, start) ? start + name.length : start + part.length;
    if (span === undefined || end <= span.start) all.push({ start, end });
    through = end;
  }
  return [...all, ...spans.slice(next)];
}

/** Whether `name` stands at `start` and ends there with a word. */
function isWordAt(text: string, name: string, start: number): boolean {
  return text.startsWith(name, start) && caseAt(text, start + name.length) === NO_LETTER;
}

const NO_SPAN: Span = { start: 0, end: 0 };

/** The parts of the names in `spans`, each with the last name that has it. */
function namesByPart(text: string, spans: readonly Span[]): ReadonlyMap<string, string> {
  const seen = new Set<string>();
  const names = new Map<string, string>();
  for (const { start, end } of spans) {
    const name = text.slice(start, end);
    if (seen.has(name)) continue;
    seen.add(name);
    for (const part of name.split(' ')) if (part.length >= MIN_PART && mayStandAlone(part)) names.set(part, name);
  }
  return names;
}

function mayStandAlone(part: string): boolean {
  const kind = kindOf(part);
  return kind !== 'ordinary' && kind !== 'honorific';
}
