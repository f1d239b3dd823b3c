import { proseOf } from './code.ts';
import { detectLanguage } from './language.ts';

/** Characters of a text that are looked at, and of each sample of it. */
const LOOK = 3000;
const SAMPLE = 250;
const SHORT_SAMPLE = 120;
/** What is no language: placeholders, tags, addresses, numbers. */
const NOISE = /\[[A-Z][A-Z\d_]*\]|<[^<>]{1,100}>|https?:\/\/\S*|\p{N}+/gu;

/** Languages that detection takes for one another, or that people read as well: only one of a group is told. */
const ALIKE: readonly (readonly string[])[] = [
  ['no', 'nb', 'nn', 'da', 'sv'],
  ['ms', 'id', 'tl'],
  ['cs', 'sk'],
  ['sr', 'hr', 'bs', 'sl'],
  ['gl', 'pt', 'es', 'ca'],
  ['ru', 'uk', 'be', 'bg', 'mk'],
  ['nl', 'af'],
  ['az', 'tr'],
  ['hi', 'mr', 'ne'],
  ['fa', 'ar', 'ur', 'ps'],
  ['ja', 'zh'],
];

/** The language, or the group of languages, of `text` at its beginning, middle and end; `und` where that is not sure. */
export function languagesOf(text: string, minLetters: number): readonly string[] {
  const prose = withoutNoise(text.slice(0, LOOK));
  const middle = Math.max(0, Math.floor(prose.length / 2 - SAMPLE / 2));
  const samples =
    prose.length <= SAMPLE
      ? [prose]
      : [prose.slice(0, SAMPLE), prose.slice(middle, middle + SAMPLE), prose.slice(-SAMPLE)];
  return samples.map((sample) => groupOf(detectLanguage(sample, minLetters)));
}

/** The same of the beginning alone, which is a quarter of the work. */
export function languageAtBeginning(text: string, minLetters: number): string {
  return groupOf(detectLanguage(withoutNoise(text.slice(0, 2 * SHORT_SAMPLE)).slice(0, SHORT_SAMPLE), minLetters));
}

function withoutNoise(text: string): string {
  return proseOf(text).replace(NOISE, ' ').trim();
}

function groupOf(language: string): string {
  return ALIKE.find((group) => group.includes(language))?.[0] ?? language;
}
