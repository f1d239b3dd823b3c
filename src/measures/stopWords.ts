import { readWordFile } from './wordFile.ts';
import { eachBlockOfWords, WORD_HASHES } from './wordScanner.ts';

/** How many words of a text are among those that hold sentences together in its language ("the", "of", "is"). */
export interface StopWords {
  readonly words: number;
  /** Share of them, 0 to 1. */
  readonly share: number;
}

/**
 * Counts the stop words of `text`, whatever their case, in linear time.
 * @param language ISO 639-1
 * @returns `undefined` for a language without a list, or one whose list does not tell sentences from words in a row
 */
export function stopWordsOf(text: string, language: string): StopWords | undefined {
  const list = listOf(language);
  if (list === undefined) return undefined;
  let words = 0;
  let hits = 0;
  eachBlockOfWords(text, (count) => {
    words += count;
    for (let word = 0; word < count; word++) if (list.has(WORD_HASHES[word] ?? 0)) hits++;
  });
  return { words, share: words === 0 ? 0 : hits / words };
}

/** Hashes of the words of each language, in lower case, with a capital and in capitals; made when first asked for. */
const lists = new Map<string, ReadonlySet<number> | undefined>();
let file: Readonly<Record<string, readonly string[]>> | undefined;

function listOf(language: string): ReadonlySet<number> | undefined {
  if (!lists.has(language)) lists.set(language, readList(language));
  return lists.get(language);
}

function readList(language: string): ReadonlySet<number> | undefined {
  file ??= wordsByLanguage(readWordFile('stop_words.json'));
  const words = Object.hasOwn(file, language) ? file[language] : undefined;
  return words && new Set(words.flatMap(spellings).map(hashOfWord));
}

function hashOfWord(word: string): number {
  let hash = 0;
  eachBlockOfWords(word, () => {
    hash = WORD_HASHES[0] ?? 0;
  });
  return hash;
}

function spellings(word: string): string[] {
  const [first = ''] = word;
  return [word, first.toUpperCase() + word.slice(first.length), word.toUpperCase()];
}

function wordsByLanguage(value: unknown): Record<string, readonly string[]> {
  const lists: Record<string, readonly string[]> = {};
  for (const [language, words] of Object.entries(value ?? {}))
    if (Array.isArray(words)) lists[language] = words.map(String);
  return lists;
}
