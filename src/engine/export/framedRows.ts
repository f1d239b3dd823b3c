import type { Frame } from '../../formats/format.ts';
import type { WrittenRows } from '../tasks.ts';

/** Puts the rows of one task after the other into the frame of their format. */
export class FramedRows {
  rows = 0;
  readonly #frame: Frame;
  readonly #write: (piece: string | Uint8Array) => Promise<void>;

  constructor(frame: Frame, write: (piece: string | Uint8Array) => Promise<void>) {
    this.#frame = frame;
    this.#write = write;
  }

  async add({ rows, text }: Pick<WrittenRows, 'rows' | 'text'>): Promise<void> {
    if (rows === 0) return;
    const { head, between } = this.#frame;
    if (this.rows === 0) await this.#write(head);
    await this.#write(this.rows === 0 ? text.subarray(Buffer.byteLength(between)) : text);
    this.rows += rows;
  }

  /** Nothing at all is written where there is no row. */
  async end(): Promise<void> {
    if (this.rows > 0) await this.#write(this.#frame.tail);
  }
}
