import type { Column } from '../../../src/formats/columnType.ts';
import { readCsv } from '../../formats/readCsv.ts';

/** The rows of a CSV file by a reader that knows nothing but the RFC, with the values that the types of columns say. */
export function csvRows(file: string, columns: readonly Column[]): Record<string, unknown>[] {
  const [header, ...rows] = readCsv(file);
  const names = columns.map(({ name }) => name);
  if (JSON.stringify(header) !== JSON.stringify(names)) throw new Error('the header is not as the columns are');
  return rows.map((cells) =>
    Object.fromEntries(columns.map(({ name, type }, at) => [name, cellValue(cells[at] ?? '', type)])),
  );
}

function cellValue(cell: string, type: Column['type']): unknown {
  if (type === 'string') return cell;
  return type === 'boolean' ? { true: true, false: false }[cell] : Number(cell);
}
