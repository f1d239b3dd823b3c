import { BLOCK_UNITS } from './codeUnits.ts';
import { readWordFile } from './wordFile.ts';
import { hashOfWord } from './wordHash.ts';
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
 * @param enough share from which on no more have to be counted: the share told is then some number from there up
 * @returns `undefined` for a language without a list, or one whose list does not tell sentences from words in a row
 */
export function stopWordsOf(text: string, language: string, enough = 1): StopWords | undefined {
  const list = listOf(language);
  if (list === undefined) return undefined;
  let words = 0;
  let hits = 0;
  // How many words there are is known beforehand only where one block has them all.
  const share = text.length <= BLOCK_UNITS ? enough : 1;
  eachBlockOfWords(text, (count) => {
    words += count;
    hits += hitsAmong(count, list, share * count);
  });
  return { words, share: words === 0 ? 0 : hits / words };
}

/** How many of the first `count` words of the block are in `list`, or some number above `enough`. */
function hitsAmong(count: number, { hashes, slots }: WordHashes, enough: number): number {
  let hits = 0;
  for (let word = 0; word < count && hits <= enough; word++) {
    const hash = WORD_HASHES[word] ?? 0;
    if (slots[hash & LAST_SLOT] === 1 && hashes.has(hash)) hits++;
  }
  return hits;
}

/** Slots by the lowest bits of a hash: a dozenth of them are taken, so that few other words have to be looked up. */
const LAST_SLOT = 0x3fff;

interface WordHashes {
  /** Of the words of a language, in lower case, with a capital and in capitals. */
  readonly hashes: ReadonlySet<number>;
  /** 1 where one of them falls; to look here takes a tenth of the time. */
  readonly slots: Uint8Array;
}

/** Made when first asked for. */
const lists = new Map<string, WordHashes>();
let file: ReadonlyMap<string, readonly string[]> | undefined;

function listOf(language: string): WordHashes | undefined {
  const known = lists.get(language);
  if (known !== undefined) return known;
  file ??= wordsByLanguage(readWordFile('stop_words.json'));
  const words = file.get(language);
  if (words === undefined) return undefined;
  const hashes = new Set(words.flatMap(spellings).map(hashOfWord));
  const slots = new Uint8Array(LAST_SLOT + 1);
  for (const hash of hashes) slots[hash & LAST_SLOT] = 1;
  lists.set(language, { hashes, slots });
  return lists.get(language);
}

function spellings(word: string): string[] {
  const [first = ''] = word;
  return [word, first.toUpperCase() + word.slice(first.length), word.toUpperCase()];
}

function wordsByLanguage(value: unknown): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>();
  for (const [language, words] of Object.entries(value ?? {})) {
    if (Array.isArray(words)) lists.set(language, words.map(String));
  }
  return lists;
}
