import { resolve } from 'node:path';
import { containerOfFile } from '../../formats/container.ts';
import { inputFile } from '../../inputs/files.ts';
import { fileProblem } from '../fileProblem.ts';
import { type Shape, shapeOf } from '../scan/shape.ts';
import { readTextRows } from './readTextRows.ts';
import type { RowSink } from './rowSink.ts';

/**
 * Reads a data set file row by row: JSON lines, a JSON array, CSV, each also compressed, or Parquet, told by the name and,
 * for `.json`, by the first sign. Memory is bounded by the longest row, of Parquet by a row group.
 * @throws CurateError for a file that cannot be read, and for Parquet that is damaged or compressed in a way unknown here
 */
export async function readRows(path: string, sink: RowSink): Promise<void> {
  try {
    if (containerOfFile(path) !== 'parquet') return await readTextRows(path, shapeOfRows(path), sink);
    const { readParquetRows } = await import('./readParquetRows.ts'); // other files need not wait for its code
    await readParquetRows(path, sink);
  } catch (error) {
    throw fileProblem(error) ?? error;
  }
}

/** A `.json` file that is no array holds lines, or nothing that could be told from them. */
function shapeOfRows(path: string): Shape {
  const shape = shapeOf(inputFile(resolve(path), '.'));
  return shape === 'document' ? 'lines' : shape;
}
