import type { Example, PairExample } from '../../formats/format.ts';
import { ExamplePrinter, type PrinterOptions } from '../../measures/examplePrinter.ts';
import { combine53 } from '../../measures/hash.ts';
import { SIGNATURE_BYTES } from '../../measures/minhash.ts';
import type { Message } from '../../pipeline/conversation.ts';
import { ComparedShingles } from '../../pipeline/dedup/comparedShingles.ts';
import { ROLE_CODES } from '../../pipeline/dedup/comparedTurns.ts';

/** How examples are printed while they are written; plain data. */
export interface PrintPlan extends PrinterOptions {
  /** All shingles of each are wanted, to compare two examples exactly. */
  readonly shingles: boolean;
  /** Hashes of shingles that do not count, as where duplicates are looked for. */
  readonly canned: Uint32Array;
}

/** Of the examples that were written what says which resemble each other: hashes, and no text. In columns. */
export interface ExamplePrints {
  /** The number of the example among those of its kind. */
  readonly item: Uint32Array;
  /** Place in `SPLITS`. */
  readonly split: Uint8Array;
  /** Hash of its turns; not of its system prompt. */
  readonly whole: Float64Array;
  /** Hash of its first question; 0 where that says little by itself. */
  readonly question: Float64Array;
  /** Words that are in the signature. */
  readonly words: Uint32Array;
  readonly signatures: Uint8Array;
  /** Where its n-grams end in `low` and `high`; those of the first begin at 0. */
  readonly ngramEnd: Uint32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** By example, where they were wanted. */
  readonly shingles: readonly Uint32Array[];
}

/** Ours: everybody says hello, and asks what can be done. As in `validate/prints.ts`. */
const FEWEST_WORDS = 8;

/** Prints the examples of a task as they are handed to the writers of rows. */
export class ExamplePrinters {
  readonly #plan: PrintPlan;
  readonly #printer: ExamplePrinter;
  readonly #compared: ComparedShingles;
  readonly #item: number[] = [];
  readonly #split: number[] = [];
  readonly #whole: number[] = [];
  readonly #question: number[] = [];
  readonly #words: number[] = [];
  readonly #ngramEnd: number[] = [];
  readonly #shingles: Uint32Array[] = [];
  readonly #signatures: Uint8Array;
  #low = new Int32Array(4096);
  #high = new Int32Array(4096);
  #ngrams = 0;

  /** @param most how many examples there may be */
  constructor(plan: PrintPlan, most: number) {
    this.#plan = plan;
    this.#printer = new ExamplePrinter(plan);
    this.#compared = new ComparedShingles(plan.shingle, 'conversation', new Set(plan.canned));
    this.#signatures = new Uint8Array(most * SIGNATURE_BYTES);
  }

  /**
   * @param item its number among all of its kind
   * @param label of rated answers: the same answer as good and as bad is no repetition
   */
  add(item: number, split: number, example: Example | PairExample, label?: boolean): void {
    const printer = this.#printer;
    const pair = 'chosen' in example ? example : undefined;
    printer.reset();
    const question = this.#addAll(example.messages);
    if (pair !== undefined) this.#addAll(pair.chosen);
    if (pair !== undefined) this.#addAll(pair.rejected);
    const whole = printer.hash();
    printer.writeSignature(this.#signatures, this.#item.length * SIGNATURE_BYTES);
    this.#item.push(item);
    this.#split.push(split);
    this.#whole.push(label === undefined ? whole : combine53(whole, label ? 1 : 2));
    this.#question.push(question);
    this.#words.push(printer.words);
    this.#takeNgrams();
    if (!this.#plan.shingles) return;
    const messages = [...example.messages, ...(pair?.chosen ?? []), ...(pair?.rejected ?? [])];
    this.#shingles.push(this.#compared.of({ messages }).slice());
  }

  finish(): ExamplePrints {
    return {
      item: Uint32Array.from(this.#item),
      split: Uint8Array.from(this.#split),
      whole: Float64Array.from(this.#whole),
      question: Float64Array.from(this.#question),
      words: Uint32Array.from(this.#words),
      signatures: this.#signatures.slice(0, this.#item.length * SIGNATURE_BYTES),
      ngramEnd: Uint32Array.from(this.#ngramEnd),
      low: this.#low.slice(0, this.#ngrams),
      high: this.#high.slice(0, this.#ngrams),
      shingles: this.#shingles,
    };
  }

  /** @returns the hash up to the first question, or 0 */
  #addAll(messages: readonly Message[]): number {
    const printer = this.#printer;
    let question: number | undefined;
    for (const { role, content, tool_calls = [] } of messages) {
      if (role === 'tool') printer.addToHash(content, ROLE_CODES.tool);
      else if (role !== 'system') printer.add(content, ROLE_CODES[role]);
      for (const { name, arguments: args } of tool_calls) printer.add(`${name} ${args}`, ROLE_CODES.assistant);
      if (role === 'user') question ??= printer.words < FEWEST_WORDS ? 0 : printer.hash();
    }
    return question ?? 0;
  }

  #takeNgrams(): void {
    const { low, high, ngrams } = this.#printer;
    const end = this.#ngrams + ngrams;
    if (end > this.#low.length) {
      this.#low = lengthened(this.#low, end);
      this.#high = lengthened(this.#high, end);
    }
    this.#low.set(low.subarray(0, ngrams), this.#ngrams);
    this.#high.set(high.subarray(0, ngrams), this.#ngrams);
    this.#ngrams = end;
    this.#ngramEnd.push(end);
  }
}

function lengthened(values: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(Math.max(least, values.length * 2));
  longer.set(values);
  return longer;
}
