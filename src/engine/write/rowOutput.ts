import type { ConversationFormat, Example, RowWriter } from '../../formats/format.ts';
import { formatNamed } from '../../formats/index.ts';
import { TextBytes } from '../../formats/textBytes.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import { type RowEncoder, rowEncoder } from '../containers/rowEncoder.ts';
import { shapeNumbered } from '../shape.ts';
import type { RefusedExample, TaskFormat, WriteTask, WrittenRows } from '../tasks.ts';
import { type Judge, judgeOf } from './judge.ts';

/** Collects the rows of one format by split, and their provenance. */
export class RowOutput {
  readonly #format: ConversationFormat;
  readonly #writer: RowWriter;
  readonly #judge: Judge | undefined;
  readonly #encode: RowEncoder;
  readonly #task: WriteTask;
  readonly #splits: readonly SplitRows[];

  /** @param place of the format in the task */
  constructor(task: WriteTask, { name, shape, container, target }: TaskFormat, place: number) {
    this.#task = task;
    const format = formatNamed(name);
    if (format.kind !== 'conversations') throw new RangeError('rows of kept conversations');
    this.#format = format;
    this.#writer = this.#format.open(shape, task.options);
    this.#judge = judgeOf(target, format);
    this.#encode = rowEncoder(container, this.#writer.columns, task.options);
    this.#splits = SPLITS.map((_, split) => new SplitRows(task.reuse?.[place]?.[split]));
  }

  /** Adds the rows of an item, unless the format has no place for it; `provenance` is its line for each of them. */
  add(item: number, example: Example, provenance: string): void {
    const { items, options } = this.#task;
    if (this.#format.refuses(shapeNumbered(items.shape[item] ?? 0), options) !== undefined) return;
    const rows = this.#splits[items.split[item] ?? 0];
    if (rows === undefined) throw new RangeError('a kept item has a split');
    const refusal = rows.add(example, provenance, { writer: this.#writer, judge: this.#judge, encode: this.#encode });
    if (refusal === undefined) return;
    const records = (items.firstRecord[item + 1] ?? 0) - (items.firstRecord[item] ?? 0);
    rows.refused.push({ ...refusal, records, language: items.language[item] ?? 0 });
  }

  finish(): readonly WrittenRows[] {
    return this.#splits.map((split) => split.finish());
  }
}

/** What an example goes through. */
interface Hands {
  readonly writer: RowWriter;
  readonly judge: Judge | undefined;
  readonly encode: RowEncoder;
}

type Refused = Pick<RefusedExample, 'by' | 'reason'>;

class SplitRows {
  readonly refused: RefusedExample[] = [];
  readonly #text: TextBytes;
  readonly #provenance: TextBytes;
  #rows = 0;
  #examples = 0;

  constructor(reuse: WrittenRows | undefined) {
    this.#text = new TextBytes(reuse?.text);
    this.#provenance = new TextBytes(reuse?.provenance);
  }

  /** @returns the reason why the example has no place, if it has none */
  add(example: Example, provenance: string, { writer, judge, encode }: Hands): Refused | undefined {
    const rows = writer.rows(example);
    if ('refused' in rows) return { by: 'format', reason: rows.refused };
    const reason = judge?.(rows);
    if (reason !== undefined) return { by: 'target', reason };
    this.#examples++;
    for (const row of rows) {
      this.#rows++;
      encode(row, this.#text);
      this.#provenance.add(provenance);
    }
    return undefined;
  }

  finish(): WrittenRows {
    return {
      rows: this.#rows,
      examples: this.#examples,
      text: this.#text.bytes(),
      provenance: this.#provenance.bytes(),
      refused: this.refused,
    };
  }
}
