import { ArraySplitter } from '../../inputs/arraySplitter.ts';
import { CsvSplitter } from '../../inputs/csvSplitter.ts';
import { DocumentSplitter } from '../../inputs/documentSplitter.ts';
import type { InputFile } from '../../inputs/files.ts';
import { LineSplitter } from '../../inputs/lineSplitter.ts';
import type { RecordSink, RecordSplitter } from '../../inputs/recordSplitter.ts';

/** How a file is divided: one record a line, an element or a row, or all of it. */
export type Shape = 'lines' | 'array' | 'document' | 'csv';

/** By the name of a file. */
export function shapeOf({ path, array }: Pick<InputFile, 'path' | 'array'>): Shape {
  if (array) return 'array';
  if (/\.json(?:\.gz)?$/.test(path)) return 'document';
  return /\.csv(?:\.gz)?$/.test(path) ? 'csv' : 'lines';
}

/** By the first bytes of a stream, which has no name: an array of objects, our own CSV, or lines. */
export function shapeOfHead(head: Buffer): Shape {
  const text = head
    .subarray(0, 256)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  if (/^\s*\[\s*\{/.test(text)) return 'array';
  return text.startsWith('id,timestamp,user_message,') ? 'csv' : 'lines';
}

export function splitterFor(shape: Shape, maxBytes: number, sink: RecordSink): RecordSplitter {
  switch (shape) {
    case 'array':
      return new ArraySplitter(maxBytes, sink);
    case 'csv':
      return new CsvSplitter(maxBytes, sink);
    case 'document':
      return new DocumentSplitter(maxBytes, sink);
    case 'lines':
      return new LineSplitter(0, { end: Number.POSITIVE_INFINITY, maxBytes, midLine: false }, sink);
  }
}
