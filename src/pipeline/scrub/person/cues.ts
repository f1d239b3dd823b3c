import { caseAt, NO_LETTER } from '../reading/letterCases.ts';
import { isJoiner } from './capitals.ts';
import { isAt } from './isAt.ts';
import { WordTable } from './wordTable.ts';

/** What the words before a name say of it. */
export type NameCue =
  /** A name follows, whatever it is: my name is …, regards, … */
  | 'name'
  /** A name follows if the word is one: I am …, hi …, my wife … */
  | 'maybe'
  /** As `maybe`, and any word before a comma: Dear …, */
  | 'greeting'
  /** A name follows if somebody speaks of people around: Mr, Mrs and Dr are in stories, too. */
  | 'title'
  | 'none';

// The patterns look back from where the name begins, which reads the last sign first: most of their branches end there.

/** Before a name that may be any word. */
const NAME =
  /(?<=(?:\b(?:my|your|his|her|their|the|our|maiden|full|first|last|middle)? ?(?:name|surname|nickname)(?:'s| is| was|:| =)|\b(?:first|last|full|your|middle) name\?|\bcalls? me|\bname['’]s|['’]s name|\b(?:it['’]s|is|reservation|booking|account|order|listed|registered|filed|file) under|\b(?:my|our) (?:wife|husband|son|daughter|kid|child|brother|sister|mother|father|mom|mum|dad|uncle|aunt|cousin|nephew|niece|girlfriend|boyfriend|fiancée?|grandson|granddaughter)|\b(?:written|directed|sung|composed|painted|signed) by|\b(?:spoke|speak|talk|talked) (?:with|to)|(?:^|\n)[>\s]{0,40}(?:(?:full |first |last |customer |patient |user ?|client |contact |sender |recipient )?name|signed|attn|contact(?: person)?|author|patient|directed by|billing address|shipping address)\s?:|["”’!?]\s(?:says|said|asks|asked|replies|replied|answers|answered)|(?:was|were|is) called|mein name ist|ich hei(?:ß|ss)e|je m['’]appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome è|meu nome é|me chamo|chamo-me|mijn naam is|ik heet|jag heter|mitt namn är|jeg hed(?:d)?er|jeg heter|mitt navn er|nazywam się|mam na imię|(?:ben(?:im)? )?adım|ismim|меня зовут)[ \t]{0,8})/iuy;

/** Between a closing word and the name at the end of a letter, which then ends its line. */
const CLOSING_SIGNS = /(?<=\p{L}[,!.]?[ \t]{0,8}(?:\r?\n[>\s]{0,4}|(?<=,) )(?:[-–—] ?)?)/uy;

/** Before a name if the word is one: cues of two words. */
const MAYBE =
  /(?<=(?<![\p{L}\p{N}])(?:i am|this is|here is|good (?:morning|afternoon|evening)|thank you|name of|(?:my|our) (?:best )?[\p{L}]{3,11}|guten (?:tag|morgen)|ich bin|je suis|sou [oa]|ik ben|jag är) )/iuy;

/** Which of the patterns a last word may belong to; where another word stands before a name, none of them is asked. */
const IN_NAME = 1;
const IN_CLOSING = 2;
const IN_MAYBE = 4;
/** Greetings, and verbs of one word: the word alone is the cue for a given name. */
const GREETING = 8;
/** Before a name or a word such as "all". */
const SALUTATION = 64;
/** In these languages they stand before names only. */
const HONORIFIC = 16;
/** English ones, see `NameCue`. */
const TITLE = 32;

/** Of longer words the end is looked at. */
const MAX_LENGTH = 15;

const LAST_WORDS = new WordTable();
const bitsOf = new Map<string, number>();
for (const [bit, words] of [
  [
    IN_NAME,
    `wife husband son daughter kid child brother sister mother father mom mum dad uncle aunt cousin nephew niece girlfriend boyfriend
    fiancé fiancée grandson granddaughter is was says said asks asked replies replied answers answered called name names surname nickname name's it's me under by with to signed attn contact person author patient customer
    sender recipient client user address ist heiße heisse est appelle m'appelle llamo es chiamo è é chamo chamo-me heet heter
    är er hedder heder się imię adım ismim зовут`,
  ],
  [
    IN_CLOSING,
    `regards sincerely respectfully faithfully truly yours cheers best wishes thanks you love warmly cordially grüße grüßen
    grüsse grüssen gruesse gruß gruss hochachtungsvoll cordialement vous amicalement salutations saludos atentamente abrazo
    saluti atenciosamente cumprimentos groet groeten groetjes hälsningar hilsen pozdrawiam poważaniem saygılarımla sevgiler
    selamlar уважением`,
  ],
  [
    IN_MAYBE,
    `is am you of client doctor morning afternoon evening wife husband son daughter brother sister mother father mom mum dad
    friend boss partner girlfriend boyfriend kid child baby colleague coworker neighbor neighbour uncle aunt cousin roommate
    teacher manager fiancé fiancée nephew niece grandmother grandfather grandma grandpa tag morgen bin suis o a ben är`,
  ],
  [
    GREETING,
    `i'm it's hey hiya greetings thanks hallo liebe lieber bonjour salut cher chère bonsoir hola querido querida
    estimado estimada soy ciao caro cara gentile sono ola olá prezado prezada sou hoi beste hej hei kära cześć merhaba sevgili
    ben`,
  ],
  [
    HONORIFIC,
    `herr herrn frau monsieur madame mme mlle señor señora señorita sr sra doña signor signora senhor senhora dhr mevr
    mevrouw meneer fröken sayın`,
  ],
  [SALUTATION, 'dear hi hello'],
  [TITLE, 'mr mrs ms dr prof miss mister professor'],
] as const)
  for (const word of words.split(/\s+/)) {
    const ending = word.slice(-MAX_LENGTH);
    const bits = (bitsOf.get(ending) ?? 0) | bit;
    bitsOf.set(ending, bits);
    LAST_WORDS.set(ending, bits);
  }

/** To which cues the last word before the name at `start` may belong, as bits; signs and line ends may stand between. */
function cuesOfLastWord(text: string, start: number): number {
  if (start < 2) return 0;
  const isBehindDot = text.charCodeAt(start - 1) === SPACE && text.charCodeAt(start - 2) === DOT;
  if (isBehindDot && !isShortWord(text, start - 2)) return 0;
  let end = start;
  while (end > 0 && start - end < 14 && isSign(text.charCodeAt(end - 1))) end--;
  if (end === start || end === 0) return 0;
  return LAST_WORDS.get(text, lastWordStart(text, end), end);
}

/** Where the word that ends at `end` begins, but not further than `MAX_LENGTH`. */
function lastWordStart(text: string, end: number): number {
  let start = end;
  while (end - start < MAX_LENGTH) {
    const isLetter = caseAt(text, start - 1) !== NO_LETTER;
    const isInside = start < end && caseAt(text, start - 2) !== NO_LETTER && isJoiner(text.charCodeAt(start - 1));
    if (!isLetter && !isInside) break;
    start--;
  }
  return start;
}

const SPACE = 32;
const DOT = 46;

/** Space, tab, line ends, and `, . ! ? : = > -` and dashes. */
function isSign(code: number): boolean {
  if (code > 63) return code === 0x2013 || code === 0x2014;
  return code <= 33 || code === 44 || code === 45 || code === 46 || code === 58 || code >= 61;
}

/** Of the cues only abbreviations, of four letters at most, end with a dot; so most beginnings of sentences are through here. */
function isShortWord(text: string, end: number): boolean {
  for (let at = end - 1; at >= end - 5; at--) if (caseAt(text, at) === NO_LETTER) return true;
  return false;
}

/** The words before the name at `start`, read for the longest cue. */
export function nameCue(text: string, start: number): NameCue {
  const cues = cuesOfLastWord(text, start);
  if (cues === 0) return 'none';
  if ((cues & IN_NAME) !== 0 && isAt(NAME, text, start)) return 'name';
  if ((cues & IN_CLOSING) !== 0 && isClosing(text, start)) return 'name';
  if (text[start - 1] !== ' ' || !(caseAt(text, start - 2) !== NO_LETTER || text[start - 2] === '.')) return 'none';
  if ((cues & HONORIFIC) !== 0) return 'name';
  if ((cues & TITLE) !== 0) return 'title';
  if ((cues & SALUTATION) !== 0) return 'greeting';
  if ((cues & GREETING) !== 0) return 'maybe';
  return (cues & IN_MAYBE) !== 0 && isAt(MAYBE, text, start) ? 'maybe' : 'none';
}

/** Whether a word stands right before, as before few words with a capital. */
export function isBehindWord(text: string, start: number): boolean {
  return text.charCodeAt(start - 1) === SPACE && caseAt(text, start - 2) !== NO_LETTER;
}

/** Somebody says their own name: April and Will are names then, too. */
export function isOwnName(text: string, start: number): boolean {
  return (cuesOfLastWord(text, start) & IN_NAME) !== 0 && isAt(OWN_NAME, text, start);
}

const OWN_NAME =
  /(?<=(?<!\p{L})(?:my (?:full |first |last |real )?name(?: is|['’]s)|mein name ist|ich hei(?:ß|ss)e|je m['’]appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome è|(?:o )?meu nome é|me chamo|mijn naam is|ik heet|jag heter|mitt namn är|jeg hed(?:d)?er|jeg heter|nazywam się|mam na imię|(?:benim )?adım|ismim|меня зовут) )/iuy;

/** The name ends its line, and a closing word with a line end or a comma stands before it; of "you", "thank you". */
function isClosing(text: string, start: number): boolean {
  return isAt(SIGNATURE, text, start) && isAt(CLOSING_SIGNS, text, start) && !isAt(YOU, text, start);
}

const YOU = /(?<=(?<!thank )\byou[,!.]?[ \t]{0,8}(?:\r?\n[>\s]{0,4}|(?<=,) )(?:[-–—] ?)?)/iuy;

/** At most four words to the end of the line: a signature, and no sentence. */
const SIGNATURE = /[\p{L}\p{M}.'’-]{1,24}(?: [\p{L}\p{M}.'’-]{1,24}){0,3}[ \t]{0,8}[.!]?(?:\r?\n|$)/uy;

/** Behind "I am" two unknown words with a capital are a name, too. */
export function isFirstPerson(text: string, start: number): boolean {
  return isAt(FIRST_PERSON, text, start);
}

const FIRST_PERSON = /(?<=(?:^|[^\p{L}])(?:i am|i['’]m|ich bin|je suis|soy|sono|sou|ik ben|jag är|ben) )/iuy;

/** Turkish and Japanese put the honorific behind: Ayşe Hanım, Tanaka-san. */
export function isHonorificBehind(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  if (code !== HYPHEN && !(code === SPACE && isEither(text.charCodeAt(end + 1), LETTER_B, LETTER_H))) return false;
  return isAt(HONORIFIC_BEHIND, text, end);
}

const HONORIFIC_BEHIND = /(?: (?:bey|hanım|hanim|beyefendi|hanımefendi)|-(?:san|sama|sensei))(?![\p{L}])/iuy;

const HYPHEN = 45;
const LETTER_B = 98;
const LETTER_H = 104;

function isEither(code: number, one: number, other: number): boolean {
  return (code | 32) === one || (code | 32) === other;
}
