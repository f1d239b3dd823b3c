import type { Column } from '../../formats/columnType.ts';
import type { Container } from '../../formats/container.ts';
import type { FormatOptions, Row } from '../../formats/format.ts';
import type { TextBytes } from '../../formats/textBytes.ts';
import { csvRow } from './csvRow.ts';
import { frameOf } from './frame.ts';

/** Adds a row to those of its task, as its container has it, behind what stands between two rows. */
export type RowEncoder = (row: Row, to: TextBytes) => void;

/** What workers do of a container's work; `openContainer` does the rest. */
export function rowEncoder(
  container: Container,
  columns: readonly Column[],
  { escape_formulas }: Pick<FormatOptions, 'escape_formulas'>,
): RowEncoder {
  const { between } = frameOf(container, columns);
  if (container === 'csv') {
    return (row, to) => {
      to.add(between);
      to.add(csvRow(textOf(row), columns, escape_formulas));
    };
  }
  return (row, to) => {
    to.add(between);
    if (typeof row === 'string') to.add(row);
    else for (const piece of row) to.add(piece);
  };
}

function textOf(row: Row): string {
  return typeof row === 'string' ? row : Buffer.concat(row.map((piece) => Buffer.from(piece))).toString('utf8');
}
