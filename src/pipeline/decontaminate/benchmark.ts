import { combine53, join53 } from '../../measures/hash.ts';
import { type NgramSet, NgramSetBuilder } from '../../measures/ngramTable.ts';
import { TextNgrams } from '../../measures/textNgrams.ts';
import type { DecontaminateOptions } from './options.ts';

/** What is looked for in examples, of all files of benchmarks; plain data, whose memory threads share. */
export interface Benchmark {
  readonly hashes: NgramSet;
  /** Words of the runs that are looked for, ascending: those of short texts, and of an n-gram. */
  readonly lengths: readonly number[];
  /** Words of an n-gram. */
  readonly ngram: number;
}

/** Puts a benchmark together of its texts. */
export class BenchmarkBuilder {
  readonly #options: Omit<DecontaminateOptions, 'against'>;
  readonly #hashes = new NgramSetBuilder();
  readonly #ngrams = new TextNgrams();
  readonly #lengths = new Set<number>();
  #rows = 0;

  constructor(options: Omit<DecontaminateOptions, 'against'>) {
    this.#options = options;
    this.#lengths.add(options.ngram);
  }

  /** How much was collected by now. */
  get size(): number {
    return this.#hashes.size;
  }

  /**
   * Adds what one row says.
   * @param wordings its texts as they are, and as cleaning and scrubbing leave them
   */
  add(wordings: readonly (readonly string[])[]): void {
    this.#rows++;
    for (const texts of wordings) {
      for (const text of texts) this.#addText(text);
      this.#addWhole(texts);
    }
  }

  finish(): Benchmark {
    const { ngram, max_rows } = this.#options;
    const lengths = [...this.#lengths].sort((one, other) => one - other);
    return { hashes: this.#hashes.finish(max_rows), lengths, ngram };
  }

  #addText(text: string): void {
    const { ngram, min_words } = this.#options;
    const ngrams = this.#ngrams;
    ngrams.read(text);
    const { words } = ngrams;
    // A text that many rows have, as the question that many models answer, counts once.
    if (words < Math.min(min_words, ngram) || !this.#hashes.add(ngrams.lowOfAll(), ngrams.highOfAll(), 0)) return;
    const length = Math.min(words, ngram);
    if (words < ngram) this.#lengths.add(words);
    for (let start = 0; start + length <= words; start++)
      this.#hashes.add(ngrams.lowAt(start, length), ngrams.highAt(start, length), this.#rows);
  }

  #addWhole(texts: readonly string[]): void {
    const whole = wholeHash(texts, this.#ngrams);
    if (whole !== undefined) this.#hashes.add(whole.low, whole.high, 0);
  }
}

/** The hash of several texts in their order; nothing where there is one alone, or no words. */
export function wholeHash(
  texts: readonly string[],
  ngrams: TextNgrams,
): { readonly low: number; readonly high: number } | undefined {
  if (texts.length < 2) return undefined;
  let hash = 1;
  let words = 0;
  for (const text of texts) {
    ngrams.read(text);
    words += ngrams.words;
    hash = combine53(hash, join53(ngrams.highOfAll(), ngrams.lowOfAll()));
  }
  return words === 0 ? undefined : { low: hash | 0, high: Math.imul(Math.floor(hash / 2 ** 21), 0x9e3779b1) };
}
