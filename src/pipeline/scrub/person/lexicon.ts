import { caseAt, SMALL } from '../reading/letterCases.ts';
import { isJoiner } from './capitals.ts';
import { GIVEN_NAMES } from './givenNames.ts';
import { NAME_WORDS } from './nameWords.ts';
import { ORDINARY_WORDS } from './ordinaryWords.ts';
import { GERMAN_NOUNS, HONORIFICS, NEVER_NAMES, ROLES } from './ownWords.ts';
import { SURNAME_WORDS } from './surnameWords.ts';
import { WordTable } from './wordTable.ts';

/** `surname` is an ordinary word that is a surname behind a given name only; `honorific` stands before names and is no part of them. */
export type WordKind = 'given' | 'ordinary' | 'surname' | 'honorific' | 'other';

/** Behind a name that is then one of a place or an institution: Herbert Hoover Elementary School. */
const INSTITUTIONS = new Set(
  `school schools university college academy institute elementary high museum library hospital church cathedral palace airport
  station street st avenue ave road rd boulevard park bridge building foundation orchestra award awards prize cup stadium
  theatre theater center centre hall house company inc corp ltd llc group bank act theorem law effect hotel zoo mosque county
  apt suite fort`.split(/\s+/),
);

export function isInstitution(word: string): boolean {
  return INSTITUTIONS.has(word.toLowerCase());
}

/** Thirtytwo: a number written as one word, of which there are too many for a list. */
const NUMBER_WORD = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\p{L}+$/iu;

const NUMBER_INITIALS = Array.from('tfsen', (letter) => letter.charCodeAt(0));

/** FastChatBot: a product; MacDonald and DiCaprio have their second capital sooner. */
const CAMEL_CASE = /^\p{Lu}\p{Ll}{3,}\p{Lu}/u;

export function isCamelCase(word: string): boolean {
  return CAMEL_CASE.test(word);
}

/** I'm, we've, don't. */
const CONTRACTION = /['’](?:m|s|ve|ll|d|re|t)$/i;

/** What the numbers in `table` mean. */
const KINDS = ['other', 'given', 'ordinary', 'surname', 'honorific'] as const;

let table: WordTable | undefined;

/** Made at the first name that is looked up. Given names go before ordinary words. */
function load(): WordTable {
  const made = new WordTable();
  const add = (words: string, kind: WordKind): void => {
    for (const word of split(words)) made.set(word, KINDS.indexOf(kind));
  };
  add(ORDINARY_WORDS, 'ordinary');
  add(GIVEN_NAMES, 'given');
  add(SURNAME_WORDS, 'surname');
  add(NEVER_NAMES, 'ordinary');
  add(GERMAN_NOUNS, 'ordinary');
  add(ROLES, 'ordinary');
  add(HONORIFICS, 'honorific');
  return made;
}

let nameWords: Set<string> | undefined;

/** Whether a given name is an ordinary word, too, and so none in small letters. */
export function isAlsoWord(word: string): boolean {
  nameWords ??= new Set(split(NAME_WORDS));
  return nameWords.has(word);
}

function split(words: string): string[] {
  return words.trim().split(/\s+/);
}

/** What a word is, with a capital or without; of two with a hyphen between them, what the first is. */
export function kindOf(word: string): WordKind {
  return kindAt(word, 0, word.length);
}

/** `kindOf` of the word from `start` to `end`: it is cut out only if it is unknown, and odd. */
export function kindAt(text: string, start: number, end: number): WordKind {
  table ??= load();
  const kind = KINDS[table.get(text, start, end)] ?? 'other';
  if (kind !== 'other' || !isOdd(text, start, end)) return kind;
  const word = text.slice(start, end);
  if (NUMBER_WORD.test(word) || CONTRACTION.test(word) || CAMEL_CASE.test(word)) return 'ordinary';
  const hyphen = word.indexOf('-');
  return hyphen > 1 ? (KINDS[table.get(word, 0, hyphen)] ?? 'other') : 'other';
}

/** Has a sign or another capital behind its beginning, or may be a number. */
function isOdd(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start) | 32;
  if (NUMBER_INITIALS.includes(first) && end - start > 6) return true;
  for (let at = start + 2; at < end; at++) if (caseAt(text, at) !== SMALL) return true;
  return end - start > 1 && isJoiner(text.charCodeAt(start + 1));
}

/**
 * Ends of surnames that say whose child one is, or of what place: Slavic, Nordic, Dutch, Finnish, Hungarian, Turkish,
 * Armenian, Georgian, Greek, Romanian, Spanish, German, Baltic. Ours, from grammars of those languages.
 */
const SURNAME_END =
  /\p{L}{2}(?:ová|ova|ov|ev|eva|ić|vić|vich|vych|ski|ská|ský|ska|cki|cka|czyk|czak|wicz|enko|chuk|sen|sson|sdóttir|dóttir|sdottir|nen|kainen|oğlu|oglu|yan|dze|shvili|poulos|opoulos|akis|idis|escu|ández|ínez|érez|guez|nández|mann|berg|stein|ström|qvist|quist|gaard|elli|etti|ucci|evičius|auskas|iņš)$/u;

/** Whether a word ends as surnames do and ordinary words seldom; it must be longer than that end. */
export function endsAsSurname(word: string): boolean {
  return word.length >= 5 && SURNAME_END.test(word);
}
