import { readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { PACKAGE_FOLDER } from '../packageFolder.ts';
import { mix32 } from './hash.ts';

/**
 * N-grams in an open-addressing hash table. An n-gram has three to six bytes, none of them 0: the first four are one
 * integer (the lowest byte first), the others a second one, with zeros behind a shorter one. 0 marks a free slot.
 */
export interface NgramSlots {
  /** As many as a power of two, some of them free. */
  readonly firsts: Int32Array;
  readonly rests: Uint16Array;
}

/** What is known of languages: eld's tables (see `scripts/pack_language_tables.mjs`), laid out for look-ups by bytes. */
export interface LanguageTables {
  /** ISO 639-1 codes, in the order by which a tie is broken. */
  readonly languages: readonly string[];
  /** The score, from 0 to 1, that texts of each language reach on average. */
  readonly usualScores: readonly number[];
  /** Belongs to every score in `scores`. */
  readonly baseScore: number;
  readonly ngrams: NgramSlots;
  /** For each slot of `ngrams` its list of scores; n-grams with the same scores share one. */
  readonly listOfSlot: Uint16Array;
  /** Where each list begins in `scores`, and behind the last one its end. */
  readonly listStarts: Uint32Array;
  /** Pairs: the place of a language in `languages`, and what the n-gram adds to it. */
  readonly scores: Uint8Array;
  /** For each UTF-16 unit: LETTER, APOSTROPHE, or 0 for what parts words. */
  readonly kinds: Uint8Array;
  /** What stands in n-grams for the first byte of a character: itself, or a space for rare ones, which eld does not tell apart. */
  readonly leadBytes: Uint8Array;
}

export const LETTER = 1;
/** Belongs to the word that follows at once. */
export const APOSTROPHE = 2;

/** The slot in which an n-gram stands, or the free one where it would have to. The script that packs does the same. */
export function slotOf({ firsts, rests }: NgramSlots, first: number, rest: number): number {
  const mask = firsts.length - 1;
  let slot = mix32(first ^ Math.imul(rest, GOLDEN_RATIO)) & mask;
  while (firsts[slot] !== 0 && (firsts[slot] !== first || rests[slot] !== rest)) slot = (slot + 1) & mask;
  return slot;
}

/** 2 ** 32 over the golden ratio, odd (Knuth, TAOCP 3, 6.4): spreads the second integer over all bits. */
const GOLDEN_RATIO = 0x9e3779b1;

/** What stands before the columns of the file, as JSON padded with spaces to a multiple of four bytes. */
interface Header {
  readonly byteOrder: string;
  readonly languages: readonly string[];
  readonly usualScores: readonly number[];
  readonly baseScore: number;
  readonly slots: number;
  readonly lists: number;
  readonly scores: number;
}

/** In `dist/` also for the sources, so that tests, which run them, use what the last build made. */
const FILE = new URL('dist/language/tables.bin', PACKAGE_FOLDER);

/**
 * Reads the tables, 1.3 MB at once. No other measure opens a file; this one is a part of the program that is too large for
 * source code, and whoever asks for a language should not have to bring it.
 */
export function readLanguageTables(): LanguageTables {
  const file = readFileSync(FILE);
  let at = file.byteOffset;
  const column = <Column extends ArrayBufferView>(
    Type: new (buffer: ArrayBufferLike, offset: number, length: number) => Column,
    length: number,
  ): Column => {
    const view = new Type(file.buffer, at, length);
    at += view.byteLength;
    return view;
  };
  const headerLength = column(Uint32Array, 1)[0] ?? 0;
  const header: Header = JSON.parse(new TextDecoder().decode(column(Uint8Array, headerLength)));
  if (header.byteOrder !== endianness())
    throw new Error('dist/language/tables.bin is of another kind of processor: npm run build');
  return {
    languages: header.languages,
    usualScores: header.usualScores,
    baseScore: header.baseScore,
    listStarts: column(Uint32Array, header.lists + 1),
    ngrams: { firsts: column(Int32Array, header.slots), rests: column(Uint16Array, header.slots) },
    listOfSlot: column(Uint16Array, header.slots),
    scores: column(Uint8Array, header.scores),
    kinds: column(Uint8Array, 0x10000),
    leadBytes: column(Uint8Array, 0x100),
  };
}
