import type { Format, JsonRow, Row } from '../../formats/format.ts';
import { targetNamed } from '../../targets/index.ts';

/** Says for what reason a trainer would not learn from an example, if it would not; told by its rows as they are to be written. */
export type Judge = (rows: readonly Row[]) => string | undefined;

/** The judge of a target, by name; nothing where there is no target, or none of its rules speaks of an example. */
export function judgeOf(target: string | undefined, format: Format): Judge | undefined {
  if (target === undefined) return undefined;
  const { reasons, refuses } = targetNamed(target);
  if (Object.keys(reasons).length === 0) return undefined;
  return (rows) => {
    for (const row of rows) {
      // Read back, as system messages and tools may have been folded on the way.
      const parsed: JsonRow = JSON.parse(textOf(row));
      const example = format.read(parsed);
      const reason = example === undefined ? undefined : refuses(example, format.name);
      if (reason !== undefined) return reason;
    }
    return undefined;
  };
}

function textOf(row: Row): string {
  if (typeof row === 'string') return row;
  const pieces = row.map((piece) => (typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8')));
  return pieces.join('');
}
