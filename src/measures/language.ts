import { UNDETERMINED } from './languageCode.ts';
import { guessLanguage } from './languageModel.ts';
import { lettersOf } from './languageScript.ts';

/**
 * The language of `prose` (a sentence or a few, without code and addresses) as an ISO 639-1 code, or `und`.
 * Fewer than `minLetters` letters, marks included, are not judged unless the script decides. Indonesian comes out as
 * Malay (`ms`).
 */
export function detectLanguage(prose: string, minLetters: number): string {
  const letters = lettersOf(prose);
  if (letters.language !== undefined) return letters.language;
  if (letters.count < minLetters) return UNDETERMINED;
  const { language, reliable } = guessLanguage(prose);
  return reliable && language !== undefined ? language : UNDETERMINED;
}
