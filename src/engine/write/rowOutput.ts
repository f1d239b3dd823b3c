import type { Example, Format, RowWriter } from '../../formats/format.ts';
import { TextBytes } from '../../formats/textBytes.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import { type RowEncoder, rowEncoder } from '../containers/rowEncoder.ts';
import { shapeNumbered } from '../shape.ts';
import type { RefusedExample, WriteTask, WrittenRows } from '../tasks.ts';
import { type Judge, judgeOf } from './judge.ts';
import { type ShapeJudge, shapeJudgeOf } from './shapeJudge.ts';

/** Who refuses an example, and why. */
type Refused = Pick<RefusedExample, 'by' | 'reason'>;

/** Collects the rows of one format by split, and their provenance. */
export class RowOutput<E extends Example = Example> {
  readonly #format: Format;
  readonly #hands: Hands<E>;
  readonly #judgeShape: ShapeJudge;
  readonly #task: WriteTask;
  readonly #splits: readonly SplitRows<E>[];

  /** @param place of the format in the task */
  constructor(task: WriteTask, format: Format, writer: RowWriter<E>, place: number) {
    const { container, target } = task.formats[place] ?? { container: format.extension, target: undefined };
    this.#task = task;
    this.#format = format;
    this.#judgeShape = shapeJudgeOf(target, format, task.options);
    this.#hands = {
      writer,
      judge: judgeOf(target, format),
      encode: rowEncoder(container, writer.columns, task.options),
    };
    this.#splits = SPLITS.map((_, split) => new SplitRows(task.reuse?.[place]?.[split]));
  }

  /**
   * Adds the rows of an item, unless the format has no place for it; `provenance` is its line for each of them.
   * @returns whether it has
   */
  add(item: number, example: E, provenance: string): boolean {
    if (!this.#takes(item)) return false;
    const refusal = this.#rowsOf(item).add(example, provenance, this.#hands);
    if (refusal !== undefined) this.#count(item, refusal);
    return refusal === undefined;
  }

  /** Counts an item that no format may have, unless this one has no place for it anyway. */
  refuse(item: number, reason: string): void {
    if (this.#takes(item)) this.#count(item, { by: 'signal', reason });
  }

  #takes(item: number): boolean {
    const { items, options } = this.#task;
    const shape = shapeNumbered(items.shape[item] ?? 0);
    return this.#format.refuses(shape, options) === undefined && this.#judgeShape(shape) === undefined;
  }

  #rowsOf(item: number): SplitRows<E> {
    const rows = this.#splits[this.#task.items.split[item] ?? 0];
    if (rows === undefined) throw new RangeError('a kept item has a split');
    return rows;
  }

  #count(item: number, refusal: Refused): void {
    const { items, first } = this.#task;
    const records = (items.firstRecord[item + 1] ?? 0) - (items.firstRecord[item] ?? 0);
    const language = items.language[item] ?? 0;
    this.#rowsOf(item).refused.push({ ...refusal, item: first + item, records, language });
  }

  finish(): readonly WrittenRows[] {
    return this.#splits.map((split) => split.finish());
  }
}

/** What an example goes through. */
interface Hands<E extends Example> {
  readonly writer: RowWriter<E>;
  readonly judge: Judge | undefined;
  readonly encode: RowEncoder;
}

class SplitRows<E extends Example> {
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
  add(example: E, provenance: string, { writer, judge, encode }: Hands<E>): Refused | undefined {
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
