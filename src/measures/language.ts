import { UNDETERMINED } from './languageCode.ts';
import { guessLanguage, type LanguageGuess } from './languageModel.ts';
import { lettersOf } from './languageScript.ts';
import { amongSiblings } from './languageSiblings.ts';

/**
 * How far ahead of the next language the likeliest one must be in a text of so few words, as a share of its score. Measured on
 * lingua's words: of what is said of a single word without it, every sixth is wrong; of two words every tenth.
 */
const LEADS: readonly number[] = [1, 0.2, 0.1];

/**
 * The language of `prose` (a sentence or a few, without code and addresses) as an ISO 639-1 code, or `und`.
 * Fewer than `minLetters` letters, marks included, are not judged unless the script decides; a word or two only where no other
 * language is near.
 */
export function detectLanguage(prose: string, minLetters: number): string {
  const letters = lettersOf(prose);
  if (letters.language !== undefined) return letters.language;
  if (letters.count < minLetters) return UNDETERMINED;
  const guess = guessLanguage(prose);
  if (guess.language === undefined || !guess.reliable || !leads(guess)) return UNDETERMINED;
  return amongSiblings(guess.language, prose);
}

function leads({ words, lead }: LanguageGuess): boolean {
  return lead >= (LEADS[words] ?? 0);
}
