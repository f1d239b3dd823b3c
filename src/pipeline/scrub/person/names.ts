import type { Span } from '../detector.ts';
import { CAPITAL, caseAt, nameEnd, SMALL } from './capitals.ts';
import { hasSpeaker, isFirstPerson, isHonorificBehind, isSpokenTo, mayHaveCue, type NameCue, nameCue } from './cues.ts';
import { endsAsSurname, isInstitution, kindOf, type WordKind } from './lexicon.ts';

/** Most words of a name, particles and initials included. Ours. */
const MAX_WORDS = 6;

/** Between given name and surname, in small letters. */
const PARTICLES = new Set(
  'van von der den de del della di da dos das do du la le el al bin ibn ben ter ten zu af'.split(' '),
);

/** Before names, with a capital, and no part of them. */
const HONORIFICS = new Set(
  'mr mrs ms miss dr prof professor doctor sir madam lady lord herr frau monsieur madame mme señor señora signor signora bey hanım hanim'.split(
    ' ',
  ),
);

/** What those begin with: most words do not. */
const FIRST_OF_PARTICLE = 'vdlebitaz';

interface Word extends Span {
  readonly kind: WordKind | 'initial' | 'honorific' | 'particle';
}

/** What is known of the words with a capital that begin at one place. */
export interface Reading {
  /** The name among them, if there is one. */
  readonly name?: Span;
  /** Where to look on: words before it are through. */
  readonly next: number;
}

/** Reads the words with a capital that begin at `start`. */
export function readName(text: string, start: number): Reading {
  const end = nameEnd(text, start);
  const words = mayGoOn(text, end) ? wordsFrom(text, start, end) : [];
  const name = words.length > 1 ? nameIn(text, words) : loneName(text, start, end);
  if (name !== undefined) return { name, next: name.end };
  // The last word may be the first of a name with what follows it.
  return { next: words.length > 2 ? (words.at(-1)?.start ?? end) : end };
}

/** Whether another word of a name may follow: behind a space, or a dot and a space; with a capital, or a particle. */
function mayGoOn(text: string, end: number): boolean {
  const at = text[end] === '.' ? end + 2 : end + 1;
  if (text[at - 1] !== ' ') return false;
  const kind = caseAt(text, at);
  if (kind !== SMALL) return kind === CAPITAL;
  return FIRST_OF_PARTICLE.includes(text[at] ?? ' ') && PARTICLES.has(text.slice(at, nameEnd(text, at)));
}

/** The words with a capital from `start` on, on one line, with particles between them. */
function wordsFrom(text: string, start: number, end: number): Word[] {
  const words: Word[] = [wordOf(text, start, end)];
  let last = end;
  while (words.length < MAX_WORDS) {
    const kind = words.at(-1)?.kind;
    const dotted = text[last] === '.' && (kind === 'initial' || kind === 'honorific');
    const from = dotted ? last + 2 : last + 1;
    if (text[from - 1] !== ' ') break;
    const to = nameEnd(text, from);
    if (to === from) break;
    if (caseAt(text, from) === CAPITAL) words.push(wordOf(text, from, to));
    else if (PARTICLES.has(text.slice(from, to))) words.push({ start: from, end: to, kind: 'particle' });
    else break;
    last = to;
  }
  while (words.at(-1)?.kind === 'particle') words.pop();
  return words;
}

function wordOf(text: string, start: number, end: number): Word {
  if (end - start === 1) return { start, end, kind: 'initial' };
  const word = text.slice(start, end);
  const kind = HONORIFICS.has(word.toLowerCase()) ? 'honorific' : kindOf(word);
  return { start, end, kind };
}

/** A given name and what follows it; a surname that says so; any name behind a cue. */
function nameIn(text: string, words: readonly Word[]): Span | undefined {
  for (const [place, word] of words.entries()) {
    if (word.kind !== 'given' && !(word.kind === 'other' && isNameByNext(text, words, place))) continue;
    const end = surnameEnd(words, place);
    if (end !== undefined) return isPlaceName(text, words, end) ? undefined : { start: word.start, end };
  }
  const place = words.findIndex((word, at) => mayBeginName(word, words[at - 1]));
  const word = words[place];
  if (word === undefined) return undefined;
  const end = namesEnd(words, place);
  return cuedName(text, word.start, end, word.kind === 'given' || (end > word.end && isFirstPerson(text, word.start)));
}

/** No ordinary word; behind Mr and the like any. */
function mayBeginName({ kind }: Word, before: Word | undefined): boolean {
  if (kind === 'given' || kind === 'other') return true;
  return before?.kind === 'honorific' && (kind === 'ordinary' || kind === 'surname');
}

/** Herbert Hoover Elementary, Brook Hills High School: what comes behind says that it is no person. */
function isPlaceName(text: string, words: readonly Word[], end: number): boolean {
  const next = words.find(({ start }) => start > end);
  return next !== undefined && isInstitution(text.slice(next.start, next.end));
}

/** An unknown word is a given name before a surname that says so, or before an initial with a dot. */
function isNameByNext(text: string, words: readonly Word[], place: number): boolean {
  const next = words[place + 1];
  if (next === undefined) return false;
  if (words[place - 1]?.kind === 'honorific') return next.kind === 'other' || next.kind === 'given';
  if (next.kind === 'initial') return words[place + 2]?.kind === 'other' && isInitial(text, next);
  return next.kind === 'other' && endsAsSurname(text.slice(next.start, next.end));
}

/** An initial with a dot, or a letter that is not one of those that number things and versions. */
function isInitial(text: string, { start, end }: Span): boolean {
  return text[end] === '.' || !'ABCISXV'.includes(text[start] ?? 'A');
}

/** The end of the surname behind the given name at `place`: at least one word that is no ordinary one. */
function surnameEnd(words: readonly Word[], place: number): number | undefined {
  let end: number | undefined;
  for (let next = place + 1; next < words.length; next++) {
    const word = words[next];
    if (word === undefined || word.kind === 'ordinary' || word.kind === 'honorific') break;
    if (word.kind !== 'initial' && word.kind !== 'particle') end = word.end;
    if (word.kind === 'surname') break;
  }
  return end;
}

/** The end of the names from `place` on, whether one or several. */
function namesEnd(words: readonly Word[], place: number): number {
  return surnameEnd(words, place) ?? words[place]?.end ?? 0;
}

function loneName(text: string, start: number, end: number): Span | undefined {
  if (end - start < 2) return undefined;
  if (!mayHaveCue(text, start) && !isHonorificBehind(text, end) && !isSpokenTo(text, start, end)) return undefined;
  const kind = kindOf(text.slice(start, end));
  if (kind === 'ordinary' || kind === 'surname') return undefined;
  return cuedName(text, start, end, kind === 'given');
}

function cuedName(text: string, start: number, end: number, isGiven: boolean): Span | undefined {
  const cue = cueOf(text, start, end);
  const isName = cue === 'name' || (cue === 'maybe' && isGiven) || (cue === 'title' && hasSpeaker(text));
  return isName ? { start, end } : undefined;
}

/** What the words before and behind say. */
function cueOf(text: string, start: number, end: number): NameCue {
  if (isHonorificBehind(text, end)) return 'name';
  return isSpokenTo(text, start, end) ? 'maybe' : nameCue(text, start);
}
