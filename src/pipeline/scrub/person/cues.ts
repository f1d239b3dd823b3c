import { caseAt, NO_LETTER } from './capitals.ts';

/** What the words before a name say of it. */
export type NameCue =
  /** A name follows, whatever it is: my name is …, regards, … */
  | 'name'
  /** A name follows if the word is one: I am …, hi …, my wife … */
  | 'maybe'
  | 'none';

/** Ours: "my mother's maiden name is ". */
const REACH = 40;

/** Before a name that may be any word. */
const NAME =
  /(?:\b(?:my|your|his|her|their|the|our|maiden|full|first|last|middle)? ?(?:name|surname|nickname)(?:'s| is| was|:| =)|\b(?:first|last|full|your|middle) name\?|\bcalls? me|\bname['’]s|['’]s name|\b(?:it['’]s|is|reservation|booking|account|order|listed|registered|filed|file) under|\b(?:written|directed|sung|composed|painted|signed) by|\b(?:spoke|speak|talk|talked) (?:with|to)|(?:^|\n)[>\s]*(?:(?:full |first |last |customer |patient |user ?|client |contact |sender |recipient )?name|signed|attn|contact(?: person)?|author|patient|directed by|billing address|shipping address)\s?:|mein name ist|ich hei(?:ß|ss)e|je m['’]appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome è|meu nome é|me chamo|chamo-me|mijn naam is|ik heet|jag heter|mitt namn är|jeg hed(?:d)?er|jeg heter|mitt navn er|nazywam się|mam na imię|(?:ben(?:im)? )?adım|ismim|меня зовут)[ \t]{0,8}$/iu;

/** Before a name at the end of a letter, which then ends its line. */
const CLOSING =
  /(?:regards|sincerely|respectfully|faithfully|truly|yours|cheers|best|best wishes|thanks|thank you|many thanks|love|warmly|cordially|gr(?:ü|ue)(?:ß|ss)e[n]?|gru(?:ß|ss)|hochachtungsvoll|cordialement|bien à vous|amicalement|salutations|saludos|atentamente|un abrazo|cordiali saluti|distinti saluti|atenciosamente|cumprimentos|groet(?:en|jes)?|hälsningar|hilsen|pozdrawiam|poważaniem|saygılarımla|sevgiler|selamlar|уважением)[,!.]?[ \t]*(?:\r?\n[>\s]{0,4}|(?<=,) )(?:[-–—] ?)?$/iu;

/** Before a name if the word is one. */
const MAYBE =
  /(?:\bi am|\bi['’]m|\bthis is|\bit['’]s|\bhere is|\b(?:dear|hi|hello|hey|hiya|greetings|good (?:morning|afternoon|evening)|thanks|thank you|name of|(?:my|our) (?:wife|husband|son|daughter|brother|sister|mother|father|mom|mum|dad|friend|best friend|boss|partner|girlfriend|boyfriend|kid|child|baby|colleague|coworker|neighbou?r|uncle|aunt|cousin|roommate|doctor|teacher|manager|fiancée?|client|nephew|niece|grandmother|grandfather|grandma|grandpa))|hallo|liebe[r]?|guten (?:tag|morgen)|ich bin|bonjour|salut|ch[eè]re?|bonsoir|je suis|hola|querid[oa]|estimad[oa]|soy|ciao|car[oa]|gentile|sono|ol[áa]|prezad[oa]|sou(?: [oa])?|hoi|beste|ik ben|hej|hei|kära|jag är|cześć|merhaba|sevgili|sayın|ben)$/iu;

/** Honorifics of languages in which they stand before names only. Mr, Mrs and Dr of stories are not enough by themselves. */
const HONORIFIC =
  /(?:^|[^\p{L}])(?:herrn?|frau|monsieur|madame|mme|mlle|señora?|se[ñn]orita|sra?\.|don|doña|signora?|sig\.(?:ra)?|senhora?|dhr\.|mevr\.|mevrouw|meneer|pan|pani|fru|fröken|bay|bayan|sayın)$/iu;

/** Which of the patterns a last word may belong to; where another word stands before a name, none of them is asked. */
const IN_NAME = 1;
const IN_CLOSING = 2;
const IN_MAYBE = 4;

const LAST_WORDS = new Map<string, number>();
for (const [bit, words] of [
  [
    IN_NAME,
    `is was name names surname nickname name's it's me under by with to signed attn contact person author patient customer
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
    `is it's here i'm am this thanks you of client doctor dear hi hello hey hiya greetings morning afternoon evening wife husband
    son daughter brother sister mother father mom mum dad friend boss partner girlfriend boyfriend kid child baby colleague
    coworker neighbor neighbour uncle aunt cousin roommate teacher manager fiancé fiancée nephew niece grandmother grandfather
    grandma grandpa hallo liebe lieber tag morgen bin bonjour salut cher chère chere bonsoir suis hola querido querida estimado
    estimada soy ciao caro cara gentile sono ola olá prezado prezada sou o a hoi beste ben hej hei kära är jag cześć merhaba
    sevgili sayın herr herrn frau monsieur madame mme mlle señor señora senorita señorita sr sra don doña signor signora sig ra
    senhor senhora dhr mevr mevrouw meneer pan pani fru fröken bay bayan`,
  ],
] as const)
  for (const word of words.split(/\s+/)) LAST_WORDS.set(word, (LAST_WORDS.get(word) ?? 0) | bit);

/** To which cues the last word before the name at `start` may belong, as bits; signs and line ends may stand between. */
function cuesOfLastWord(text: string, start: number): number {
  let end = start;
  while (end > 0 && start - end < 14 && SIGNS.includes(text[end - 1] ?? '')) end--;
  if (end === start || end === 0) return 0;
  let at = end;
  while (end - at < 16 && caseAt(text, at - 1) !== NO_LETTER) at--;
  while (end - at < 16 && "'’-".includes(text[at - 1] ?? ' ') && caseAt(text, at - 2) !== NO_LETTER) {
    at--;
    while (end - at < 16 && caseAt(text, at - 1) !== NO_LETTER) at--;
  }
  return LAST_WORDS.get(text.slice(at, end).toLowerCase().replace('’', "'")) ?? 0;
}

const SIGNS = ' \t\r\n,.!?:=>-–—';

/** The words before the name at `start`, read for the longest cue. */
export function nameCue(text: string, start: number): NameCue {
  const cues = cuesOfLastWord(text, start);
  if (cues === 0) return 'none';
  const head = text.slice(Math.max(0, start - REACH), start);
  if ((cues & IN_NAME) !== 0 && NAME.test(head)) return 'name';
  if ((cues & IN_CLOSING) !== 0 && CLOSING.test(head)) return isLineEndAhead(text, start) ? 'name' : 'none';
  if ((cues & IN_MAYBE) === 0) return 'none';
  const words = head.trimEnd();
  if (words.length === head.length) return 'none';
  if (HONORIFIC.test(words)) return 'name';
  return MAYBE.test(words) ? 'maybe' : 'none';
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
