import { saysOnly } from '../closedWords.ts';
import { ASIAN } from './asian.ts';
import { ENGLISH } from './english.ts';
import { NORTHERN } from './northern.ts';
import type { RefusalPhrases } from './phrases.ts';
import { ROMANCE } from './romance.ts';
import { ASIAN_WORDS } from './wordsAsian.ts';
import { ENGLISH_WORDS } from './wordsEnglish.ts';
import { NORTHERN_WORDS } from './wordsNorthern.ts';
import { ROMANCE_WORDS } from './wordsRomance.ts';

/**
 * Says whether `text` is a canned refusal and nothing else: it begins with one, and neither asks back nor goes on to
 * anything helpful. Meant for short texts; callers rule out long ones by their length.
 */
export function isCannedRefusal(text: string): boolean {
  return beginsWithRefusal(plainOf(text));
}

/**
 * Says whether `text` refuses in words that fit every question, however it is put. Meant for short texts that stand alone: in
 * the middle of a talk, `I can't do that` may be an answer.
 */
export function refusesWithoutMatter(text: string): boolean {
  const plain = plainOf(text);
  const asks = /[?？]/.test(plain);
  return REFUSES_WITHOUT_MATTER.some(({ saysNo, leads, closings }) => {
    // How it begins is asked last: nearly all texts leave at the first cue.
    if (!saysNo(plain, MOST_OTHERS_AFTER_LEAD)) return false;
    return (saysNo(plain, MOST_OTHERS) || leads.test(plain)) && !(asks && asksBack(plain, closings));
  });
}

/** Whether a question is left when offers to go on are taken out. */
function asksBack(plain: string, closings: RegExp | undefined): boolean {
  return /[?？]/.test(closings === undefined ? plain : plain.replace(closings, ''));
}

function plainOf(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

/** Ours: one word in ten may be another (`today's weather`), so that of nine none may; two would name a matter. */
const MOST_OTHERS = 0.1;
/** Ours: after `I'm sorry` or `As an AI`, a no is one though one word in six is of the matter; at a quarter too many fall that people preferred (hh-rlhf). */
const MOST_OTHERS_AFTER_LEAD = 0.17;

function beginsWithRefusal(plain: string): boolean {
  if (!CANNOT.test(plain)) return false;
  for (const { begins, closings, helps } of REFUSALS) {
    const match = begins.exec(plain);
    if (match === null) continue;
    const rest = plain.slice(match[0].length).replace(closings, '');
    return !SUBSTANCE.test(rest) && !helps.test(rest);
  }
  return false;
}

/** A word of each language without which nothing is refused; one quick look instead of fourteen. */
const CANNOT =
  /not|n't|unable|uncomfortable|declin|refus|against|violat|beyond|outside|nicht|kein|\bpas\b|\bje n|\bno\b|\bnon\b|não|niet|geen|nie |не |[ae]m|değil|无法|不能|無法|没|沒|不会|ません|かねます|없|않|tidak/;

/** Signs of help in what follows: a question back, a number, an address, a list. */
const SUBSTANCE = /[?？:：\d]|\n\s*[-*•]/u;

interface Refusal {
  readonly begins: RegExp;
  readonly closings: RegExp;
  readonly helps: RegExp;
}

/** What an assistant says of itself, and apologies that no list of leads has. */
const AS_ASSISTANT =
  'as an? [a-z -]{0,30}(?:ai|assistant|model|bot)|thanks for|(?:my )?apologies|als (?:ein )?(?:ki|assistent)|en tant qu|como (?:asistente|assistente|ia|modelo)|come assistente|jako (?:asystent|model)|как (?:помощник|ассистент|ии)|(?:bir )?(?:yapay zek|asistan)|作为|アシスタント|어시스턴트|인공지능|sebagai (?:asisten|ai)|mi spiace|me disculpo|je crains|ich fürchte|przykro|сожалею|мне жаль|죄송|申し訳|抱歉|对不起|maaf|üzgünüm';

const PHRASES = [ENGLISH, ...ROMANCE, ...NORTHERN, ...ASIAN];
const REFUSALS: readonly Refusal[] = PHRASES.map(compile);

const REFUSES_WITHOUT_MATTER = [ENGLISH_WORDS, ...ROMANCE_WORDS, ...NORTHERN_WORDS, ...ASIAN_WORDS].map((words) => ({
  saysNo: saysOnly({ ...words, unless: [words.unless ?? '(?!)', ...helpIn(words.language)].join('|') }),
  leads: leadsOf(words.language),
  closings: REFUSALS[PHRASES.findIndex(({ language }) => language === words.language)]?.closings,
}));

function compile({ leads, refusals, contrast, help, closings }: RefusalPhrases): Refusal {
  const between = `[\\s,.;:!…。，、！—–-]{0,4}((${contrast}),?\\s?)?(that )?`;
  return {
    begins: new RegExp(`^[\\s"'“”¡¿-]{0,4}((${leads.join('|')})${between}){0,3}(${refusals.join('|')})`, 'u'),
    // The contrast before an offer goes with it.
    closings: new RegExp(`((${contrast}),? ?)?(${closings})[^.?!。？！]{0,160}[.?!。？！]?`, 'gu'),
    helps: new RegExp(`${help}|(?<!\\p{L})(${contrast})(?!\\p{L})`, 'u'),
  };
}

/** What begins with an apology, or with what the assistant is. */
function leadsOf(language: string): RegExp {
  const leads = PHRASES.find((phrases) => phrases.language === language)?.leads ?? [];
  return new RegExp(`^[\\s"'“”¡¿-]{0,4}(?:${[...leads, AS_ASSISTANT].join('|')})`, 'u');
}

/** What is said to help; of English the words say so themselves, and those of Asia hold the conjunctions of apologies. */
function helpIn(language: string): string[] {
  return [...ROMANCE, ...NORTHERN].filter((phrases) => phrases.language === language).map(({ help }) => help);
}
