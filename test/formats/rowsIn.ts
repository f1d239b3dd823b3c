import { z } from 'zod';
import type { Format } from '../../src/formats/format.ts';
import { readCsv } from './readCsv.ts';

/** The rows of a file, read by nothing but `JSON.parse` and our own CSV reader. */
export function rowsIn(format: Format, file: string): Record<string, unknown>[] {
  const rowSchema = z.record(z.string(), z.unknown());
  if (format.extension === 'json') return z.array(rowSchema).parse(JSON.parse(file));
  if (format.extension === 'csv') return csvRows(file);
  return file
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => rowSchema.parse(JSON.parse(line)));
}

function csvRows(file: string): Record<string, unknown>[] {
  const [header = [], ...rows] = readCsv(file);
  // A file without rows, which the export never writes, has an empty line there.
  const full = rows.filter((cells) => cells.length > 1);
  return full.map((cells) =>
    Object.fromEntries(
      header.map((name, column) => [name, name.endsWith('_length') ? Number(cells[column]) : cells[column]]),
    ),
  );
}
