import type { ExampleShape, ExportShape } from '../formats/format.ts';
import type { Decisions } from '../pipeline/decisions.ts';
import { SYSTEM, TOOLS } from '../pipeline/digest.ts';

/** The shape of an item, from its digest rows alone; tools that a cut took away still count. */
export function shapeOfItem(decisions: Decisions, item: number): ExampleShape {
  const rows = decisions.keptRowsOf(item);
  let flags = 0;
  let exchanges = 0;
  for (const row of rows) {
    flags |= decisions.digest.rows.flags[row] ?? 0;
    exchanges += decisions.exchanges[row] ?? 0;
  }
  return {
    // Of joined exchanges only the first one's system message goes out.
    system: ((decisions.digest.rows.flags[rows[0] ?? 0] ?? 0) & SYSTEM) !== 0,
    several_turns: exchanges > 1,
    tools: (flags & TOOLS) !== 0,
  };
}

/** The shape of all together. */
export function joinShapes(one: ExportShape, other: ExampleShape): ExportShape {
  return {
    system: one.system || other.system,
    several_turns: one.several_turns || other.several_turns,
    tools: one.tools || other.tools,
  };
}
