import type { WrittenRows } from '../tasks.ts';
import type { Frame } from './frame.ts';
import type { ByteSink, ContainerWriter } from './openContainer.ts';

/** Puts the rows of one task after the other into the frame of their container. */
export class FramedRows implements ContainerWriter {
  rows = 0;
  readonly #frame: Frame;
  readonly #write: ByteSink;

  constructor(frame: Frame, write: ByteSink) {
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
