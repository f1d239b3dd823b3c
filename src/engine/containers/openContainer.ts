import type { Column } from '../../formats/columnType.ts';
import type { Container } from '../../formats/container.ts';
import type { WrittenRows } from '../tasks.ts';
import { frameOf } from './frame.ts';
import { FramedRows } from './framedRows.ts';

/** Takes bytes of a file in order; once it is through, they belong to the caller again. */
export type ByteSink = (piece: string | Uint8Array) => Promise<void>;

/** Puts rows into a container, as workers hand them over. */
export interface ContainerWriter {
  /** Rows that were added. */
  readonly rows: number;
  add(written: Pick<WrittenRows, 'rows' | 'text'>): Promise<void>;
  /** Writes what is left. */
  end(): Promise<void>;
}

/** A container that grows row by row; its memory is bounded, however many they are. */
export async function openContainer(
  container: Container,
  columns: readonly Column[],
  write: ByteSink,
): Promise<ContainerWriter> {
  if (container !== 'parquet') return new FramedRows(frameOf(container, columns), write);
  const { ParquetRows } = await import('./parquetRows.ts'); // others need not wait for its code
  return new ParquetRows(columns, write);
}
