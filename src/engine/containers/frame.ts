import type { Column } from '../../formats/columnType.ts';
import type { Container } from '../../formats/container.ts';

/** How rows become a file: `head`, rows joined by `between`, `tail`. */
export interface Frame {
  readonly head: string;
  readonly between: string;
  readonly tail: string;
}

/** One JSON value a line, every line ended: what all JSONL readers take (no BOM, no blank line, LF). */
export const LINES: Frame = { head: '', between: '\n', tail: '\n' };

const ARRAY: Frame = { head: '[\n', between: ',\n', tail: '\n]\n' };

/** Of Parquet it is how rows come to it. */
export function frameOf(container: Container, columns: readonly Column[]): Frame {
  if (container === 'csv') return { head: `${columns.map(({ name }) => name).join(',')}\n`, between: '\n', tail: '\n' };
  return container === 'json' ? ARRAY : LINES;
}
