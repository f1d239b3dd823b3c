import type { Example, Format, RowWriter } from '../../formats/format.ts';
import { formatNamed } from '../../formats/index.ts';
import { TextBytes } from '../../formats/textBytes.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import { shapeNumbered } from '../shape.ts';
import type { WriteTask, WrittenRows } from '../tasks.ts';

/** Collects the rows of one format by split, and their provenance. */
export class RowOutput {
  readonly #format: Format;
  readonly #writer: RowWriter;
  readonly #task: WriteTask;
  readonly #splits: readonly SplitRows[];

  /** @param place of the format in the task */
  constructor(task: WriteTask, { name, shape }: WriteTask['formats'][number], place: number) {
    this.#task = task;
    this.#format = formatNamed(name);
    this.#writer = this.#format.open(shape, task.options);
    this.#splits = SPLITS.map((_, split) => new SplitRows(task.reuse?.[place]?.[split]));
  }

  /** Adds the rows of an item, unless the format has no place for it; `provenance` is its line for each of them. */
  add(item: number, example: Example, provenance: string): void {
    const { items, options } = this.#task;
    if (this.#format.refuses(shapeNumbered(items.shape[item] ?? 0), options) !== undefined) return;
    const rows = this.#splits[items.split[item] ?? 0];
    if (rows === undefined) throw new RangeError('a kept item has a split');
    rows.add(this.#writer, example, provenance);
  }

  finish(): readonly WrittenRows[] {
    return this.#splits.map((split) => split.finish());
  }
}

class SplitRows {
  readonly #text: TextBytes;
  readonly #provenance: TextBytes;
  #rows = 0;
  #examples = 0;

  constructor(reuse: WrittenRows | undefined) {
    this.#text = new TextBytes(reuse?.text);
    this.#provenance = new TextBytes(reuse?.provenance);
  }

  add(writer: RowWriter, example: Example, provenance: string): void {
    this.#examples++;
    for (const row of writer.rows(example)) {
      this.#rows++;
      this.#text.add(writer.frame.between);
      if (typeof row === 'string') this.#text.add(row);
      else for (const piece of row) this.#text.add(piece);
      this.#provenance.add(provenance);
    }
  }

  finish(): WrittenRows {
    return {
      rows: this.#rows,
      examples: this.#examples,
      text: this.#text.bytes(),
      provenance: this.#provenance.bytes(),
    };
  }
}
