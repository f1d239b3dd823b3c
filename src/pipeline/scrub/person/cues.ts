import { caseAt, isJoiner, NO_LETTER } from './capitals.ts';

/** What the words before a name say of it. */
export type NameCue =
  /** A name follows, whatever it is: my name is …, regards, … */
  | 'name'
  /** A name follows if the word is one: I am …, hi …, my wife … */
  | 'maybe'
  /** A name follows if somebody speaks of people around: Mr, Mrs and Dr are in stories, too. */
  | 'title'
  | 'none';

/** Ours: "my mother's maiden name is ". */
const REACH = 32;
/** "our grandfather ". */
const SHORT_REACH = 24;

/** Before a name that may be any word. */
const NAME =
  /(?:\b(?:my|your|his|her|their|the|our|maiden|full|first|last|middle)? ?(?:name|surname|nickname)(?:'s| is| was|:| =)|\b(?:first|last|full|your|middle) name\?|\bcalls? me|\bname['’]s|['’]s name|\b(?:it['’]s|is|reservation|booking|account|order|listed|registered|filed|file) under|\b(?:written|directed|sung|composed|painted|signed) by|\b(?:spoke|speak|talk|talked) (?:with|to)|(?:^|\n)[>\s]*(?:(?:full |first |last |customer |patient |user ?|client |contact |sender |recipient )?name|signed|attn|contact(?: person)?|author|patient|directed by|billing address|shipping address)\s?:|["”’]\s(?:says|said|asks|asked|replies|replied|answers|answered)|(?:was|were|is) called|mein name ist|ich hei(?:ß|ss)e|je m['’]appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome è|meu nome é|me chamo|chamo-me|mijn naam is|ik heet|jag heter|mitt namn är|jeg hed(?:d)?er|jeg heter|mitt navn er|nazywam się|mam na imię|(?:ben(?:im)? )?adım|ismim|меня зовут)[ \t]{0,8}$/iu;

/** Before a name at the end of a letter, which then ends its line. */
const CLOSING =
  /(?:regards|sincerely|respectfully|faithfully|truly|yours|cheers|best|best wishes|thanks|thank you|many thanks|love|warmly|cordially|gr(?:ü|ue)(?:ß|ss)e[n]?|gru(?:ß|ss)|hochachtungsvoll|cordialement|bien à vous|amicalement|salutations|saludos|atentamente|un abrazo|cordiali saluti|distinti saluti|atenciosamente|cumprimentos|groet(?:en|jes)?|hälsningar|hilsen|pozdrawiam|poważaniem|saygılarımla|sevgiler|selamlar|уважением)[,!.]?[ \t]*(?:\r?\n[>\s]{0,4}|(?<=,) )(?:[-–—] ?)?$/iu;

/** Before a name if the word is one: cues of two words. */
const MAYBE =
  /(?<![\p{L}\p{N}])(?:i am|this is|here is|good (?:morning|afternoon|evening)|thank you|name of|(?:my|our) (?:best )?[\p{L}]{3,11}|guten (?:tag|morgen)|ich bin|je suis|sou [oa]|ik ben|jag är) $/iu;

/** Which of the patterns a last word may belong to; where another word stands before a name, none of them is asked. */
const IN_NAME = 1;
const IN_CLOSING = 2;
const IN_MAYBE = 4;
/** Greetings, and verbs of one word: the word alone is the cue for a given name. */
const GREETING = 8;
/** In these languages they stand before names only. */
const HONORIFIC = 16;
/** English ones, see `NameCue`. */
const TITLE = 32;

/** Of longer words the end is looked at. */
const MAX_HASHED = 15;

const LAST_WORDS = new Map<string, number>();
for (const [bit, words] of [
  [
    IN_NAME,
    `is was says said asks asked replies replied answers answered called name names surname nickname name's it's me under by with to signed attn contact person author patient customer
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
    `i'm it's dear hi hello hey hiya greetings thanks hallo liebe lieber bonjour salut cher chère bonsoir hola querido querida
    estimado estimada soy ciao caro cara gentile sono ola olá prezado prezada sou hoi beste hej hei kära cześć merhaba sevgili
    ben`,
  ],
  [
    HONORIFIC,
    `herr herrn frau monsieur madame mme mlle señor señora señorita sr sra doña signor signora senhor senhora dhr mevr
    mevrouw meneer fröken sayın`,
  ],
  [TITLE, 'mr mrs ms dr prof miss mister professor'],
] as const)
  for (const word of words.split(/\s+/)) LAST_WORDS.set(word.slice(-MAX_HASHED), (LAST_WORDS.get(word) ?? 0) | bit);

/** The hashes of those words: a look here costs a fifth of one at the word, and is the last for nearly all. */
const HASHES = new Uint8Array(1 << 13);
for (const word of LAST_WORDS.keys()) HASHES[hashBefore(word, word.length) >>> 4] = 1;

/** Of the word that ends at `end`, with its length in the last four bits; at most `MAX_HASHED` units are looked at. */
function hashBefore(text: string, end: number): number {
  let hash = 0;
  let length = 0;
  for (; length < MAX_HASHED; length++) {
    const code = text.charCodeAt(end - length - 1);
    const isLetter = caseAt(text, end - length - 1) !== NO_LETTER;
    if (!isLetter && !(isJoiner(code) && length > 0 && caseAt(text, end - length - 2) !== NO_LETTER)) break;
    hash = (Math.imul(hash, 31) + (code === 0x2019 ? 39 : code | 32)) & 0x1fff;
  }
  return (hash << 4) | length;
}

/** To which cues the last word before the name at `start` may belong, as bits; signs and line ends may stand between. */
function cuesOfLastWord(text: string, start: number): number {
  if (text[start - 1] === ' ' && text[start - 2] === '.' && !isShortWord(text, start - 2)) return 0;
  let end = start;
  while (end > 0 && start - end < 14 && isSign(text.charCodeAt(end - 1))) end--;
  if (end === start || end === 0) return 0;
  const hash = hashBefore(text, end);
  if (HASHES[hash >>> 4] === 0) return 0;
  const word = text.slice(end - (hash & 15), end);
  return LAST_WORDS.get(word.toLowerCase().replace('’', "'")) ?? 0;
}

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

/** Whether the word before allows of any cue: quick, and no for nearly all words. */
export function mayHaveCue(text: string, start: number): boolean {
  return cuesOfLastWord(text, start) !== 0;
}

/** The words before the name at `start`, read for the longest cue. */
export function nameCue(text: string, start: number): NameCue {
  const cues = cuesOfLastWord(text, start);
  if (cues === 0) return 'none';
  if ((cues & (IN_NAME | IN_CLOSING)) !== 0) {
    const head = text.slice(Math.max(0, start - REACH), start);
    if ((cues & IN_NAME) !== 0 && NAME.test(head)) return 'name';
    if ((cues & IN_CLOSING) !== 0 && CLOSING.test(head)) return isLineEndAhead(text, start) ? 'name' : 'none';
  }
  if (text[start - 1] !== ' ' || !(caseAt(text, start - 2) !== NO_LETTER || text[start - 2] === '.')) return 'none';
  if ((cues & HONORIFIC) !== 0) return 'name';
  if ((cues & TITLE) !== 0) return 'title';
  if ((cues & GREETING) !== 0) return 'maybe';
  return (cues & IN_MAYBE) !== 0 && MAYBE.test(text.slice(Math.max(0, start - SHORT_REACH), start)) ? 'maybe' : 'none';
}

/** Two or three words to the end of the line: a signature, and no sentence. */
function isLineEndAhead(text: string, start: number): boolean {
  return /^[\p{L}\p{M}.'’-]{1,24}(?: [\p{L}\p{M}.'’-]{1,24}){0,3}[ \t]*[.!]?(?:\r?\n|$)/u.test(
    text.slice(start, start + 100),
  );
}

/** Behind "I am" two unknown words with a capital are a name, too. */
export function isFirstPerson(text: string, start: number): boolean {
  return /(?:^|[^\p{L}])(?:i am|i['’]m|ich bin|je suis|soy|sono|sou|ik ben|jag är|ben) $/iu.test(
    text.slice(Math.max(0, start - 12), start),
  );
}

/** Turkish and Japanese put the honorific behind: Ayşe Hanım, Tanaka-san. */
export function isHonorificBehind(text: string, end: number): boolean {
  const sign = text[end];
  if (sign !== '-' && (sign !== ' ' || !'BHbh'.includes(text[end + 1] ?? ' '))) return false;
  return /^(?: (?:bey|hanım|hanim|beyefendi|hanımefendi)|-(?:san|sama|sensei))(?![\p{L}])/iu.test(
    text.slice(end, end + 14),
  );
}

/** `Ann: Who is it?` as in a transcript, and `Ann, can you …`: at the beginning of a line, before a question or a request. */
export function isSpokenTo(text: string, start: number, end: number): boolean {
  const sign = text[end];
  if (sign !== ':' && sign !== ',') return false;
  if (start > 0 && !/\n[>\s"*]{0,4}$/.test(text.slice(Math.max(0, start - 5), start))) return false;
  const behind = text.slice(end + 1, end + 16);
  return sign === ':'
    ? /^ ?["“]?\p{Lu}/u.test(behind)
    : /^ (?:can|could|would|will|please|may|do|are|have|thank|thanks) /i.test(behind);
}

/** Somebody speaks for themselves, and not only tells of others. Capitals matter: the US is no pronoun. */
const SPEAKER =
  /(?<![\p{L}\p{N}'’.])(?:[Ii](?:['’](?:m|ve|d|ll))?|[Mm]e|[Mm]y|[Ww]e|us|[Oo]ur|[Dd]ear|[Hh]i|[Hh]ello|[Pp]lease)(?![\p{L}\p{N}])/u;

let asked = '';
let answered = false;

/** Whether a text is somebody's own message rather than a story. The last answer is kept, as every name in a text asks. */
export function hasSpeaker(text: string): boolean {
  if (text !== asked) answered = SPEAKER.test(text);
  asked = text;
  return answered;
}
