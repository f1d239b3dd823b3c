import type { Span } from '../detector.ts';
import { caseAt, NO_LETTER } from '../reading/letterCases.ts';
import { nameEnd } from './capitals.ts';
import { nameCue } from './cues.ts';
import { endsAsSurname, isAlsoWord, kindAt } from './lexicon.ts';
import { isNameByPlace } from './surroundings.ts';

/**
 * Names in a text that has no capitals at all, as many people type: a given name that is no ordinary word, before a surname
 * that ends like one or where names stand, or behind a cue, with the unknown word that follows it.
 */
export function smallNames(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  while (at < text.length) {
    if (caseAt(text, at) === NO_LETTER) {
      at++;
      continue;
    }
    const end = nameEnd(text, at);
    const name = smallNameAt(text, at, end);
    if (name !== undefined) spans.push(name);
    at = (name?.end ?? end) + 1;
  }
  return spans;
}

function smallNameAt(text: string, start: number, end: number): Span | undefined {
  if (end - start < 3 || kindAt(text, start, end) !== 'given' || isAlsoWord(text.slice(start, end))) return undefined;
  const next = INITIAL.exec(text.slice(end, end + 4))?.[0].length ?? 1;
  const surnameStart = end + next;
  const surnameEnd = text[end] === ' ' ? nameEnd(text, surnameStart) : surnameStart;
  const surname = kindAt(text, surnameStart, surnameEnd);
  const isLong = surnameEnd - surnameStart > 2;
  const hasSurname = isLong && surname === 'other';
  if (hasSurname && endsAsSurname(text.slice(surnameStart, surnameEnd))) return { start, end: surnameEnd };
  if (isLong && (hasSurname || surname === 'given') && isNameByPlace(text, start, surnameEnd))
    return { start, end: surnameEnd };
  if (nameCue(text, start) === 'none') return undefined;
  return { start, end: hasSurname ? surnameEnd : end };
}

/** `benjamin a seiler`, `eric g. samoylova`. */
const INITIAL = /^ (?:[b-df-hj-np-tv-z]|\p{L}\.) /u;
