import { LINE_ENDS, SPACES } from './whitespace.ts';

/** A block of code: from the start of the line with its opening fence to behind its closing fence, or to the end. */
export interface FencedBlock {
  readonly start: number;
  readonly end: number;
}

interface Fence {
  readonly sign: string;
  /** How many of the sign, three or more. */
  readonly length: number;
  /** Where its line begins, and the place behind its last sign. */
  readonly start: number;
  readonly end: number;
}

const LINE_END = new RegExp(`[${LINE_ENDS}]`);
const SPACE = new RegExp(`[${SPACES}]`);

/** What may stand behind a fence on its line: sticky, to be tried at one place. */
const NO_BACK_TICK = new RegExp(`[^\`${LINE_ENDS}]*(?:[${LINE_ENDS}]|$)`, 'y');
const ANYTHING = /(?:)/y;
const ONLY_SPACES = new RegExp(`[${SPACES}]*(?:[${LINE_ENDS}]|$)`, 'y');

/**
 * The fenced blocks of `text` in order. Linear, and quick: `indexOf` reads thirty characters in the time in which a regex
 * tries one, and each sign is looked for in each part of the text once.
 */
export function fencedBlocks(text: string): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let ticks = nextFence(text, '`', 0, NO_BACK_TICK);
  let tildes = nextFence(text, '~', 0, ANYTHING);
  for (let opening = first(ticks, tildes); opening !== undefined; opening = first(ticks, tildes)) {
    const { start } = opening;
    const end = closingFence(text, opening)?.end ?? text.length;
    blocks.push({ start, end });
    if (ticks !== undefined && ticks.start < end) ticks = nextFence(text, '`', end, NO_BACK_TICK);
    if (tildes !== undefined && tildes.start < end) tildes = nextFence(text, '~', end, ANYTHING);
  }
  return blocks;
}

function first(one: Fence | undefined, other: Fence | undefined): Fence | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one.start < other.start ? one : other;
}

/** The fence of the same sign, at least as long, that closes the block of `opening`. */
function closingFence(text: string, opening: Fence): Fence | undefined {
  let fence = nextFence(text, opening.sign, opening.end, ONLY_SPACES);
  while (fence !== undefined && fence.length < opening.length) {
    fence = nextFence(text, opening.sign, fence.end, ONLY_SPACES);
  }
  return fence;
}

/** The first fence of `sign` from `from` on that begins its line, indentation aside, and has `behind` behind it. */
function nextFence(text: string, sign: string, from: number, behind: RegExp): Fence | undefined {
  const three = sign.repeat(3);
  for (let at = text.indexOf(three, from), end = 0; at !== -1; at = text.indexOf(three, end)) {
    end = at + 3;
    while (text.charAt(end) === sign) end++;
    const start = lineStart(text, at);
    behind.lastIndex = end;
    if (start !== undefined && behind.test(text)) return { sign, length: end - at, start, end };
  }
  return undefined;
}

/** Where the line begins on which only spaces stand before `at`; `undefined` when more stands there. */
function lineStart(text: string, at: number): number | undefined {
  let start = at;
  while (start > 0 && SPACE.test(text.charAt(start - 1))) start--;
  return start === 0 || LINE_END.test(text.charAt(start - 1)) ? start : undefined;
}
