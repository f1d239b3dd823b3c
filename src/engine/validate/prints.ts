import type { ExamplePrinter } from '../../measures/examplePrinter.ts';
import { SIGNATURE_BYTES } from '../../measures/minhash.ts';
import type { RowPrint } from '../../validate/prints.ts';

/** What is kept of every row to compare it with all others: 28 bytes, 156 with its signature. */
export interface Prints {
  readonly whole: Float64Array;
  readonly prompt: Float64Array;
  readonly line: Uint32Array;
  readonly tokens: Uint32Array;
  /** Words that are in the signature. */
  readonly words: Uint32Array;
  /** 128 bytes a row, or none. */
  readonly signatures: Uint8Array;
}

export class PrintsBuilder {
  #whole = new Float64Array(256);
  #prompt = new Float64Array(256);
  #line = new Uint32Array(256);
  #tokens = new Uint32Array(256);
  #words = new Uint32Array(256);
  #signatures: Uint8Array;
  readonly #signed: boolean;
  #count = 0;

  constructor(signed: boolean) {
    this.#signed = signed;
    this.#signatures = new Uint8Array(signed ? 256 * SIGNATURE_BYTES : 0);
  }

  add({ whole, prompt }: RowPrint, line: number, tokens: number, printer: ExamplePrinter): void {
    const at = this.#count++;
    if (at === this.#whole.length) this.#grow();
    this.#whole[at] = whole;
    this.#prompt[at] = prompt;
    this.#line[at] = line;
    this.#tokens[at] = tokens;
    this.#words[at] = printer.words;
    if (this.#signed) printer.writeSignature(this.#signatures, at * SIGNATURE_BYTES);
  }

  /** Adds what a later part of the file has; its lines count from its beginning. */
  append({ whole, prompt, line, tokens, words, signatures }: Prints, lines: number): void {
    while (this.#count + whole.length > this.#whole.length) this.#grow();
    this.#whole.set(whole, this.#count);
    this.#prompt.set(prompt, this.#count);
    for (let row = 0; row < line.length; row++) this.#line[this.#count + row] = (line[row] ?? 0) + lines;
    this.#tokens.set(tokens, this.#count);
    this.#words.set(words, this.#count);
    if (this.#signed) this.#signatures.set(signatures, this.#count * SIGNATURE_BYTES);
    this.#count += whole.length;
  }

  finish(): Prints {
    return {
      whole: this.#whole.slice(0, this.#count),
      prompt: this.#prompt.slice(0, this.#count),
      line: this.#line.slice(0, this.#count),
      tokens: this.#tokens.slice(0, this.#count),
      words: this.#words.slice(0, this.#count),
      signatures: this.#signatures.slice(0, this.#signed ? this.#count * SIGNATURE_BYTES : 0),
    };
  }

  #grow(): void {
    const length = this.#whole.length * 2;
    this.#whole = lengthened(new Float64Array(length), this.#whole);
    this.#prompt = lengthened(new Float64Array(length), this.#prompt);
    this.#line = lengthened(new Uint32Array(length), this.#line);
    this.#tokens = lengthened(new Uint32Array(length), this.#tokens);
    this.#words = lengthened(new Uint32Array(length), this.#words);
    if (this.#signed) this.#signatures = lengthened(new Uint8Array(length * SIGNATURE_BYTES), this.#signatures);
  }
}

function lengthened<Values extends { set(values: Values): void }>(longer: Values, values: Values): Values {
  longer.set(values);
  return longer;
}
