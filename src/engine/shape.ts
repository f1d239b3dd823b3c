import type { ExampleShape } from '../formats/format.ts';
import type { Decisions } from '../pipeline/decisions.ts';
import { DEFINITIONS, SYSTEM, TOOLS } from '../pipeline/digest.ts';

/** Bits of the number of a shape; the number of the shape of several examples has every bit that one of theirs has. */
const HAS_SYSTEM = 1;
const HAS_SEVERAL_TURNS = 2;
const HAS_TOOLS = 4;
const HAS_DEFINITIONS = 8;

export function shapeNumbered(number: number): ExampleShape {
  return {
    system: (number & HAS_SYSTEM) !== 0,
    several_turns: (number & HAS_SEVERAL_TURNS) !== 0,
    tools: (number & HAS_TOOLS) !== 0,
    definitions: (number & HAS_DEFINITIONS) !== 0,
  };
}

/** The number of the shape of a kept item, from its digest rows alone; tools that a cut took away still count. */
export function shapeOfItem(decisions: Decisions, item: number): number {
  const { itemRows, itemStart, verdict, exchanges } = decisions;
  const { flags } = decisions.digest.rows;
  const first = itemStart[item] ?? 0;
  const end = itemStart[item + 1] ?? first;
  let turns = 0;
  // Of joined exchanges only the first one's system message and definitions of tools go out.
  const flagsOfFirst = flags[decisions.firstKeptRow(item)] ?? 0;
  let shape =
    ((flagsOfFirst & SYSTEM) !== 0 ? HAS_SYSTEM : 0) | ((flagsOfFirst & DEFINITIONS) !== 0 ? HAS_DEFINITIONS : 0);
  for (let place = first; place < end; place++) {
    const row = itemRows[place] ?? 0;
    if (verdict[row] !== 0) continue;
    turns += exchanges[row] ?? 0;
    if (((flags[row] ?? 0) & TOOLS) !== 0) shape |= HAS_TOOLS;
  }
  return turns > 1 ? shape | HAS_SEVERAL_TURNS : shape;
}

/**
 * The number of the shape of these rows one after the other.
 * @param turns how many exchanges they are
 */
export function shapeOfRows({ digest }: Decisions, rows: readonly number[], turns: number): number {
  const { flags } = digest.rows;
  const flagsOfFirst = flags[rows[0] ?? 0] ?? 0;
  let shape = turns > 1 ? HAS_SEVERAL_TURNS : 0;
  if ((flagsOfFirst & SYSTEM) !== 0) shape |= HAS_SYSTEM;
  if ((flagsOfFirst & DEFINITIONS) !== 0) shape |= HAS_DEFINITIONS;
  return rows.some((row) => ((flags[row] ?? 0) & TOOLS) !== 0) ? shape | HAS_TOOLS : shape;
}
