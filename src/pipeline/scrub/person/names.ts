import type { Span } from '../detector.ts';
import { CAPITAL_LETTER, caseAt, SMALL } from '../reading/letterCases.ts';
import { nameEnd } from './capitals.ts';
import { isBehindWord, isFirstPerson, isHonorificBehind, isOwnName, type NameCue, nameCue } from './cues.ts';
import { endsAsSurname, isCamelCase, isInstitution, kindAt, type WordKind } from './lexicon.ts';
import { hasSpeaker, isPlay, isSpokenTo } from './speakers.ts';
import { isNameByPlace } from './surroundings.ts';
import { WordTable } from './wordTable.ts';

/** Most words of a name, particles and initials included. Ours. */
const MAX_WORDS = 6;

/** Between given name and surname, in small letters. */
const PARTICLES = new WordTable();
for (const word of 'van von der den de del della di da dos das do du la le el al bin ibn ben ter ten zu af'.split(' '))
  PARTICLES.set(word, 1);

interface Word extends Span {
  readonly kind: WordKind | 'initial' | 'particle';
}

/**
 * Adds to `spans` the name that begins at `start`, or at a word behind it, where there is one.
 * @returns where to look on: words before it are through
 */
export function readName(text: string, start: number, spans: Span[]): number {
  const end = nameEnd(text, start);
  if (end - start < 2) return end;
  const kind = kindAt(text, start, end);
  // Most capitals begin a sentence with an ordinary word, before which no name begins.
  if (kind === 'ordinary' || kind === 'surname') {
    const name = toldName(text, start, end, kind);
    if (name !== undefined) spans.push(name);
    return name?.end ?? end;
  }
  const words = mayGoOn(text, end) ? wordsFrom(text, start, end, kind) : NO_WORDS;
  const name = words.length > 1 ? nameIn(text, words) : loneName(text, start, end, kind);
  if (name !== undefined) {
    spans.push(name);
    return name.end;
  }
  // The last word may be the first of a name with what follows it.
  return words.length > 2 ? (words.at(-1)?.start ?? end) : end;
}

/** What somebody says to be their name, though it begins with an ordinary word: all words with a capital there. */
function toldName(text: string, start: number, end: number, kind: WordKind): Span | undefined {
  if (!isBehindWord(text, start)) return undefined;
  const isOwn = isOwnName(text, start);
  if (!isOwn && !isFirstPerson(text, start)) return undefined;
  const words = mayGoOn(text, end) ? wordsFrom(text, start, end, kind) : NO_WORDS;
  const last = words.at(-1);
  if (isOwn) return isCamelCase(text.slice(start, end)) ? undefined : { start, end: last?.end ?? end };
  return last?.kind === 'other' ? { start, end: last.end } : undefined;
}

const NO_WORDS: readonly Word[] = [];
const SPACE = 32;
const DOT = 46;

/** Whether another word of a name may follow: behind a space, or a dot and a space; with a capital, or a particle. */
function mayGoOn(text: string, end: number): boolean {
  const at = text.charCodeAt(end) === DOT ? end + 2 : end + 1;
  if (text.charCodeAt(at - 1) !== SPACE) return false;
  const letterCase = caseAt(text, at);
  return letterCase === CAPITAL_LETTER || (letterCase === SMALL && isParticle(text, at, nameEnd(text, at)));
}

function isParticle(text: string, start: number, end: number): boolean {
  const length = end - start;
  return length >= 2 && length <= 5 && PARTICLES.get(text, start, end) !== 0;
}

/** The words with a capital from `start` on, on one line, with particles between them. */
function wordsFrom(text: string, start: number, end: number, kind: WordKind): Word[] {
  const words: Word[] = [{ start, end, kind }];
  let last = end;
  while (words.length < MAX_WORDS) {
    const before = words.at(-1)?.kind;
    const isDotted = text.charCodeAt(last) === DOT && (before === 'initial' || before === 'honorific');
    const from = isDotted ? last + 2 : last + 1;
    if (text.charCodeAt(from - 1) !== SPACE) break;
    const to = nameEnd(text, from);
    if (to === from) break;
    if (caseAt(text, from) === CAPITAL_LETTER) words.push(wordOf(text, from, to));
    else if (isParticle(text, from, to)) words.push({ start: from, end: to, kind: 'particle' });
    else break;
    last = to;
  }
  while (words.at(-1)?.kind === 'particle') words.pop();
  return words;
}

function wordOf(text: string, start: number, end: number): Word {
  return { start, end, kind: end - start === 1 ? 'initial' : kindAt(text, start, end) };
}

/** A given name and what follows it; a surname that says so; any name behind a cue. */
function nameIn(text: string, words: readonly Word[]): Span | undefined {
  for (const [place, word] of words.entries()) {
    if (word.kind !== 'given' && !(word.kind === 'other' && isNameByNext(text, words, place))) continue;
    const end = surnameEnd(words, place);
    if (end !== undefined) return isPlaceName(text, words, place, end) ? undefined : { start: word.start, end };
  }
  const place = words.findIndex((word, at) => mayBeginName(word, words[at - 1]));
  const word = words[place];
  if (word === undefined) return undefined;
  const end = namesEnd(words, place);
  if (isUnknownName(words, place, end) && isNameByPlace(text, word.start, end)) return { start: word.start, end };
  return cuedName(text, word.start, end, word.kind === 'given' || (end > word.end && isFirstPerson(text, word.start)));
}

/** Two to four words of which none is an ordinary one, up to the last with a capital. */
function isUnknownName(words: readonly Word[], place: number, end: number): boolean {
  const count = words.length - place;
  return count >= 2 && count <= 4 && words.at(-1)?.end === end;
}

/** No ordinary word; behind Mr and the like any. */
function mayBeginName({ kind }: Word, before: Word | undefined): boolean {
  if (kind === 'given' || kind === 'other') return true;
  return before?.kind === 'honorific' && (kind === 'ordinary' || kind === 'surname');
}

/** Herbert Hoover Elementary, Brook Hills High School: what comes behind says that it is no person; but Mrs. Hoover Apt. 5. */
function isPlaceName(text: string, words: readonly Word[], place: number, end: number): boolean {
  if (words[place - 1]?.kind === 'honorific') return false;
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

function loneName(text: string, start: number, end: number, kind: WordKind): Span | undefined {
  if (kind === 'honorific') return undefined;
  if (kind !== 'given' && isSpeaker(text, start, end)) return { start, end };
  return cuedName(text, start, end, kind === 'given');
}

function cuedName(text: string, start: number, end: number, isGiven: boolean): Span | undefined {
  return isNameBehind(cueOf(text, start, end), text, end, isGiven) ? { start, end } : undefined;
}

function isNameBehind(cue: NameCue, text: string, end: number, isGiven: boolean): boolean {
  if (cue === 'maybe') return isGiven;
  if (cue === 'greeting') return isGiven || (text.charCodeAt(end) === COMMA && caseAt(text, end - 1) === SMALL);
  return cue === 'name' || (cue === 'title' && hasSpeaker(text));
}

const COMMA = 44;

/** What the words before and behind say. */
function cueOf(text: string, start: number, end: number): NameCue {
  if (isHonorificBehind(text, end)) return 'name';
  return isSpokenTo(text, start, end) ? 'maybe' : nameCue(text, start);
}

/** An unknown word before what it says, where others speak. */
function isSpeaker(text: string, start: number, end: number): boolean {
  return text.charCodeAt(end) === COLON && isSpokenTo(text, start, end) && isPlay(text);
}

const COLON = 58;
