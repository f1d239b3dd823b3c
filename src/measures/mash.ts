import { proseOf } from './code.ts';
import { type Typing, typingOf } from './keyboard.ts';
import { guessLanguage } from './languageModel.ts';

/** Characters looked at: who runs over the keys does so from the beginning, and words are many before that. */
const LOOK = 400;
const FIRST_LOOK = 80;
/** Capitals are acronyms, codes, sequences of bases; digits and other scripts are no mash of letters. */
const MOST_CAPITALS = 0.3;
const MOST_OTHERS = 0.15;

/**
 * Measured on lingua's 29 languages, on the chats and on mash made by a generator (`npm run score:quality`): one sentence in
 * a thousand has 0.4 of its pairs of letters on neighbouring keys, mash seldom less than 0.7.
 */
const NEIGHBOURS_OF_TEXT = 0.5;
/** Of two words, one pair in a thousand reaches 0.58, and Ukrainian, whose letters nothing else can be asked of, 0.67. */
const NEIGHBOURS_OF_WORDS = 0.58;
const NEIGHBOURS_OF_CYRILLIC_WORDS = 0.68;
const WORDS_LETTERS = 25;
/** Letters at random have 6 vowels in 26; of sentences one in a hundred has less than 0.3. */
const FEWEST_VOWELS = 0.29;
/** Languages that the tables do not know reach 0.36 (Xhosa) and more, letters at random mostly less than 0.3. */
const STRENGTH_OF_LANGUAGE = 0.35;
/** Of what is written in a language that is known, one pair of words in a hundred stays below; runs reach 0.5. */
const STRENGTH_OF_WORDS = 0.68;
const CYRILLIC = /[\u0400-\u04ff]/;

/**
 * Says whether `text` is what fingers or a cat leave on a keyboard: letters that lie beside each other, or letters at
 * random, in no language. Judges Latin letters, and Cyrillic ones by their keys; code, names in capitals, numbers and other scripts pass.
 * @param minLetters shorter texts are not judged
 */
export function isMash(text: string, minLetters: number): boolean {
  if (text.length < minLetters || !mayBeMash(typingOf(text, FIRST_LOOK))) return false;
  const typing = typingOf(text, LOOK);
  const { letters, others, capitalShare, vowelShare, neighbourShare } = typing;
  const isRun = neighbourShare >= (letters >= WORDS_LETTERS ? NEIGHBOURS_OF_TEXT : NEIGHBOURS_OF_WORDS);
  if (!isRun && (vowelShare >= FEWEST_VOWELS || letters < WORDS_LETTERS)) return false;
  if (letters < minLetters || capitalShare > MOST_CAPITALS || others > MOST_OTHERS * letters) return false;
  const prose = proseOf(text.slice(0, LOOK));
  if (prose.length < text.slice(0, LOOK).length) return false;
  if (CYRILLIC.test(prose))
    return isRun && (letters >= WORDS_LETTERS || neighbourShare >= NEIGHBOURS_OF_CYRILLIC_WORDS);
  const { strength } = guessLanguage(prose);
  return strength < (isRun ? STRENGTH_OF_WORDS : STRENGTH_OF_LANGUAGE);
}

/** Nearly all texts leave at their first line; what few letters show is far less sure. */
function mayBeMash({ vowelShare, neighbourShare }: Typing): boolean {
  return vowelShare < FEWEST_VOWELS + UNSURE || neighbourShare >= NEIGHBOURS_OF_TEXT - UNSURE;
}

const UNSURE = 0.06;
