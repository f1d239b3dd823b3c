import { isMonthAt } from '../date/months.ts';
import type { Span } from '../detector.ts';
import { isDigit } from '../digitRuns.ts';
import { isCapitalAt, isLetterAt, wordEnd, wordStart } from '../letters.ts';
import {
  BEFORE_NAME,
  BEHIND_NAME,
  BETWEEN,
  GLUED,
  MAX_WORD,
  MEASURES,
  PARTICLES,
  PLAIN,
  UNIT_WORDS,
} from './streetWords.ts';

/** Most words of a street's name, particles included: "Avenida del General San Martín". Ours. */
const MAX_NAME = 6;

/** Before an address written in small letters. */
const PLACE = /(?:\b(?:at|on|is|to|in|near|address|deliver|ship|live|lives|off|of)|[:,])\s{1,4}$/i;

/** The street and number of which `number` is the number, whichever comes first. */
export function streetAt(text: string, number: Span): Span | undefined {
  const end = houseEnd(text, number.end);
  // `Calle Mayor 12, Avda. Sol 5`: the number before the comma is of the street before it.
  if (text[end] === ',') return numberLast(text, number.start, end) ?? numberFirst(text, number.start, end);
  return numberFirst(text, number.start, end) ?? numberLast(text, number.start, end);
}

/** 12, 12a, 12-14, 12/3, 12 bis. */
function houseEnd(text: string, end: number): number {
  HOUSE_TAIL.lastIndex = end;
  return HOUSE_TAIL.test(text) ? HOUSE_TAIL.lastIndex : end;
}

const HOUSE_TAIL = /(?:[-/][0-9]{1,4})?(?: ?[a-zA-Z](?![\p{L}\p{N}:.])| (?:bis|ter)\b)?/uy;

/** 12 Main Street, 12 5th Ave, 12, rue de la Paix. */
function numberFirst(text: string, start: number, numberEnd: number): Span | undefined {
  let at = numberEnd;
  if (text[at] === ',') at++;
  if (text[at] !== ' ') return undefined;
  const first = at + 1;
  const firstEnd = nameEnd(text, first);
  if (firstEnd === first) return undefined;
  const isKind =
    BEFORE_NAME.isAt(text, first, firstEnd) &&
    (text[numberEnd] === ',' || !BEHIND_NAME.isAt(text, first, firstEnd) || !isKindBehind(text, firstEnd));
  if (isKind) {
    const end = namedEnd(text, afterDot(text, firstEnd));
    if (end !== undefined) return { start, end: secondNumberEnd(text, end) };
  }
  if (text[numberEnd] === ',') return undefined;
  return withKindBehind(text, start, first, firstEnd);
}

/** `3482 Via Franscini 71`: the house, where what came first was something else. */
function secondNumberEnd(text: string, end: number): number {
  SECOND_NUMBER.lastIndex = end;
  return SECOND_NUMBER.test(text) ? SECOND_NUMBER.lastIndex : end;
}

const SECOND_NUMBER = / [0-9]{1,4}[a-z]?(?![\p{L}\p{N}])/uy;

/** Whether the word that follows is a kind of street: then the one before was its name (12 Avenue Road). */
function isKindBehind(text: string, end: number): boolean {
  return text[end] === ' ' && BEHIND_NAME.isAt(text, end + 1, wordEnd(text, end + 1));
}

function withKindBehind(text: string, start: number, first: number, firstEnd: number): Span | undefined {
  let end = firstEnd;
  const small = !isNameStart(text, first);
  if (isYearBefore(text, start, first)) return undefined;
  for (let words = 1; words < MAX_NAME; words++) {
    if (text[end] === '.') end++;
    if (text[end] !== ' ') return undefined;
    const next = end + 1;
    const nextEnd = nameEnd(text, next);
    if (nextEnd === next) return undefined;
    const isCapital = isNameStart(text, next);
    if (BEHIND_NAME.isAt(text, next, nextEnd) && !isKindBehind(text, nextEnd)) {
      if (small ? !isPlain(text, start, first, next, nextEnd, words) : !isCapital && !PLAIN.isAt(text, next, nextEnd))
        return undefined;
      return { start, end: isAbbreviation(text, nextEnd) ? nextEnd + 1 : nextEnd };
    }
    if (small ? isCapital : !isCapital && !PARTICLES.has(text.slice(next, nextEnd).toLowerCase())) return undefined;
    end = nextEnd;
  }
  return undefined;
}

/** "the 1929 Wall Street crash", "a 2020 Harley-Davidson Street Glide": a year, not a house. */
function isYearBefore(text: string, start: number, first: number): boolean {
  return (
    first - start === YEAR_AND_SPACE &&
    /^(?:19|20)[0-9]{2} $/.test(text.slice(start, first)) &&
    /\b(?:the|a|an|in|of|since|from|by|until|new|my|for)\s$/i.test(text.slice(Math.max(0, start - 8), start))
  );
}

const YEAR_AND_SPACE = '1929 '.length;

/** 12 main st: two words of a name at most, none of which counts or measures, where a place is spoken of. */
function isPlain(text: string, start: number, first: number, kind: number, kindEnd: number, words: number): boolean {
  if (words > 2 || !PLAIN.isAt(text, kind, kindEnd)) return false;
  const name = text
    .slice(first, kind - 1)
    .toLowerCase()
    .split(' ');
  if (name.some((word) => MEASURES.has(word))) return false;
  return (
    PLACE.test(text.slice(Math.max(0, start - 12), start)) &&
    /^(?:$|[.,;!?\n]| (?:apt|suite|unit)\b)/i.test(text.slice(kindEnd, kindEnd + 6))
  );
}

/** Calle Mayor 12, Via Roma, 5, Hauptstraße 5, Villacher Strasse 89, Gül Sokak No: 5. */
function numberLast(text: string, start: number, end: number): Span | undefined {
  const before = beforeNumber(text, start);
  if (before === undefined) return undefined;
  let wordBegin = wordStart(text, text[before - 1] === '.' ? before - 1 : before);
  let wordFinish = text[before - 1] === '.' ? before - 1 : before;
  if (wordBegin === wordFinish) return undefined;
  const last = text.slice(Math.max(wordBegin, wordFinish - MAX_WORD), wordFinish);
  if (isCapitalAt(text, wordBegin) && last.length >= 6 && GLUED.test(last.toLowerCase()))
    return { start: withAdjective(text, wordBegin), end };
  if (BETWEEN.isAt(text, wordBegin, wordFinish)) return betweenNameAndNumber(text, wordBegin, end);
  const nameStart = wordBegin;
  let names = 0;
  for (let words = 0; words < MAX_NAME; words++) {
    if (names > 0 && BEFORE_NAME.isAt(text, wordBegin, wordFinish)) return { start: wordBegin, end };
    if (isCapitalAt(text, wordBegin)) names++;
    else if (!PARTICLES.has(text.slice(wordBegin, wordFinish))) break;
    wordFinish = text[wordBegin - 1] === ' ' ? wordBegin - 1 : wordBegin;
    const isShort = text[wordFinish - 1] === '.' && wordStart(text, wordFinish - 1) >= wordFinish - 5;
    if (isShort) wordFinish--;
    wordBegin = wordStart(text, wordFinish);
    if (wordBegin === wordFinish) break;
  }
  return namesHouse(text, nameStart, end) ? { start: withNamesBefore(text, nameStart), end } : undefined;
}

/**
 * `Am Markt 5, 10115 Berlin`, `Edeby 55, Apt. 3`: any name with a capital, told by what follows: a home in the house, or a
 * postcode and a town. Years and days of months look like it.
 */
function namesHouse(text: string, nameStart: number, end: number): boolean {
  if (!isCapitalAt(text, nameStart) || isMonthAt(text, nameStart, wordEnd(text, nameStart))) return false;
  HOUSE_BEHIND.lastIndex = end;
  return HOUSE_BEHIND.test(text);
}

const HOUSE_BEHIND =
  /\.?(?:,? (?:\r?\n[ \t>?]{0,4})?|,? ?\r?\n[ \t>?]{0,4})(?:(?:apt|suite|apartment)\.? [0-9]|(?:(?!19|20)[0-9]{4}|[0-9]{5}|[0-9]{3} [0-9]{2}) \p{Lu}(?!\p{Lu}?\p{N}))/iuy;

/** Words with a capital before that name, at most two: "Unter den Linden", "Am Markt". */
function withNamesBefore(text: string, nameStart: number): number {
  let start = nameStart;
  for (let words = 0; words < 2 && text[start - 1] === ' '; words++) {
    const from = wordStart(text, start - 1);
    const word = text.slice(from, start - 1);
    if (from === start - 1 || SENTENCE_WORDS.has(word.toLowerCase())) break;
    if (!isCapitalAt(text, from) && !PARTICLES.has(word)) break;
    start = from;
  }
  return isCapitalAt(text, start) ? start : nameStart;
}

/** Behind the name before a number: over a space, a comma, `No:`, `nº`. */
function beforeNumber(text: string, start: number): number | undefined {
  if (text[start - 1] === ' ' && isLetterAt(text, start - 2) && !LAST_OF_NUMBER.includes(text[start - 2] ?? ''))
    return start - 1;
  const head = text.slice(Math.max(0, start - 8), start);
  const [joiner] = TO_NUMBER.exec(head) ?? [];
  return joiner === undefined ? undefined : start - joiner.length;
}

/** What `no`, `nr`, `num` and `número` end with. */
const LAST_OF_NUMBER = 'oOrRmM';

const TO_NUMBER = /(?:,? (?:n[º°o.]{1,2}:? ?|nr\.? ?|num\.? |n[uú]mero )?|, ?)$/i;

/** "Brucker Bundesstrasse": one word with a capital before the street's own, if it looks like the adjective of a place. */
function withAdjective(text: string, start: number): number {
  if (text[start - 1] !== ' ') return start;
  const from = wordStart(text, start - 1);
  return isCapitalAt(text, from) && text.slice(from, start - 1).endsWith('er') ? from : start;
}

/** The name before `Strasse` or `Sokak`: words with a capital, to the first that has none. */
function betweenNameAndNumber(text: string, kindStart: number, end: number): Span | undefined {
  let start = kindStart;
  for (let words = 0; words < MAX_NAME - 1 && text[start - 1] === ' '; words++) {
    const dot = text[start - 2] === '.' ? 1 : 0;
    const from = wordStart(text, start - 1 - dot);
    if (from === start - 1 - dot || !isCapitalAt(text, from)) break;
    if (SENTENCE_WORDS.has(text.slice(from, start - 1).toLowerCase())) break;
    start = from;
  }
  return start < kindStart ? { start, end } : undefined;
}

/** Words that begin a sentence before an address, with a capital as names have. */
const SENTENCE_WORDS = new Set(
  'my the our i we is at in on an from meine die der unsere ich benim adresim address adres'.split(' '),
);

/** The end of a name behind its kind: words with a capital, and particles between them; up to a number, which may follow. */
function namedEnd(text: string, kindEnd: number): number | undefined {
  let end = kindEnd;
  let named: number | undefined;
  for (let words = 0; words < MAX_NAME && text[end] === ' '; words++) {
    const next = end + 1;
    let nextEnd = wordEnd(text, next);
    const word = text.slice(next, nextEnd);
    if (UNIT_WORDS.isAt(text, next, nextEnd)) break;
    const isElided = /^[dlDL]['’]/.test(word);
    if (nextEnd === next || !(isCapitalAt(text, next) || isElided || PARTICLES.has(word))) break;
    if (text[nextEnd] === '.' && nextEnd - next <= 3) nextEnd++;
    if (isCapitalAt(text, next) || isElided) named = nextEnd;
    end = nextEnd;
  }
  return named;
}

function afterDot(text: string, end: number): number {
  return text[end] === '.' ? end + 1 : end;
}

/** A word, or an ordinal such as 5th. */
function nameEnd(text: string, start: number): number {
  let at = start;
  while (isDigit(text, at)) at++;
  const end = wordEnd(text, at);
  return end > at ? end : start;
}

function isNameStart(text: string, start: number): boolean {
  return isCapitalAt(text, start) || isDigit(text, start);
}

/** Whether a dot belongs to the word before it: "St. Louis", "St., Apt 3", but not the end of "Main St." */
function isAbbreviation(text: string, end: number): boolean {
  return text[end] === '.' && /^\.(?:,| [A-Z#0-9])/.test(text.slice(end, end + 3));
}
