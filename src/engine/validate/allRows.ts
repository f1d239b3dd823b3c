import type { Prints } from './prints.ts';

/** The rows of a file, to be compared with those of others. */
export interface PrintedFile {
  readonly file: string;
  readonly split: string | undefined;
  readonly prints: Prints;
}

/** The rows of all files as one list: each has a place in it. */
export class AllRows {
  readonly #starts: number[] = [];
  readonly count: number;

  constructor(readonly files: readonly PrintedFile[]) {
    let count = 0;
    for (const { prints } of files) {
      this.#starts.push(count);
      count += prints.line.length;
    }
    this.count = count;
  }

  /** The file and the line of a place. */
  at(place: number): { readonly file: PrintedFile; readonly line: number } {
    let number = this.#starts.length - 1;
    while (number > 0 && (this.#starts[number] ?? 0) > place) number--;
    const file = this.files[number];
    if (file === undefined) throw new RangeError('a place beyond all rows');
    return { file, line: file.prints.line[place - (this.#starts[number] ?? 0)] ?? 0 };
  }

  /** The place of the first row of a file. */
  startOf(file: PrintedFile): number {
    return this.#starts[this.files.indexOf(file)] ?? 0;
  }

  column(pick: (prints: Prints) => Float64Array): Float64Array {
    const all = new Float64Array(this.count);
    for (const [number, { prints }] of this.files.entries()) all.set(pick(prints), this.#starts[number] ?? 0);
    return all;
  }
}
