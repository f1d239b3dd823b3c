import { z } from 'zod';
import { readWordFile } from '../../measures/wordFile.ts';

/** The languages that `cuss` (MIT) has a list of, by hand and with how sure each word is. */
export const BLOCKED_LANGUAGES = ['en', 'es', 'fr', 'it', 'pt'] as const;
export type BlockedLanguage = (typeof BLOCKED_LANGUAGES)[number];

/** `likely`: words that are hardly ever meant otherwise; `maybe`: also those that are as often as not (`ass`, `cracker`). */
export type Sureness = 'likely' | 'maybe';

const list = z.object({ likely: z.array(z.string()), maybe: z.array(z.string()) });
const file = z.record(z.string(), list);

/** The words of one language's list. The file is read when a list is asked for, and never otherwise. */
export function blockedList(language: BlockedLanguage, sureness: Sureness): readonly string[] {
  const found = file.parse(readWordFile('blocked_words.json'))[language];
  if (found === undefined) return [];
  return sureness === 'likely' ? found.likely : [...found.likely, ...found.maybe];
}
