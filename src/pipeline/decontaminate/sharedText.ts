import { hasNgram } from '../../measures/ngramTable.ts';
import { TextNgrams } from '../../measures/textNgrams.ts';
import type { Message } from '../conversation.ts';
import { type Benchmark, wholeHash } from './benchmark.ts';

/** What a conversation has in common with a benchmark. */
export interface SharedText {
  /** Words in a row that both have: of n-grams that touch, all together. */
  readonly words: number;
  /** A text of the benchmark that is shorter than an n-gram stands in it, or it is a whole row. */
  readonly whole: boolean;
  /** Position of the first message that shares any; a conversation that is a whole row has none. */
  readonly message: number | undefined;
}

/** Looks conversations up in a benchmark: questions and answers, not system prompts or what tools say. */
export class SharedTextFinder {
  readonly #benchmark: Benchmark;
  readonly #ngrams = new TextNgrams();

  constructor(benchmark: Benchmark) {
    this.#benchmark = benchmark;
  }

  find(messages: readonly Message[]): SharedText | undefined {
    let words = 0;
    for (const [message, { role, content }] of messages.entries()) {
      if (role !== 'user' && role !== 'assistant') continue;
      const found = this.#longestIn(content);
      if (found !== undefined) return { ...found, message };
      words += this.#ngrams.words;
    }
    return this.#isRow(messages) ? { words, whole: true, message: undefined } : undefined;
  }

  #longestIn(text: string): Omit<SharedText, 'message'> | undefined {
    const ngrams = this.#ngrams;
    const { hashes, lengths, ngram } = this.#benchmark;
    ngrams.read(text);
    let longest = 0;
    for (const length of lengths) {
      const end = ngrams.words - length;
      let run = 0;
      for (let start = 0; start <= end; start++) {
        if (hasNgram(hashes, ngrams.lowAt(start, length), ngrams.highAt(start, length))) run++;
        else run = 0;
        // Short texts of which one follows the other are two.
        if (run > 0) longest = Math.max(longest, length === ngram ? length + run - 1 : length);
      }
    }
    return longest === 0 ? undefined : { words: longest, whole: longest < ngram };
  }

  #isRow(messages: readonly Message[]): boolean {
    const texts = textsOf(messages);
    const whole = wholeHash(texts, this.#ngrams);
    return whole !== undefined && hasNgram(this.#benchmark.hashes, whole.low, whole.high);
  }
}

/** What users ask and assistants answer. */
export function textsOf(messages: readonly Message[]): string[] {
  return messages.filter(({ role }) => role === 'user' || role === 'assistant').map(({ content }) => content);
}
