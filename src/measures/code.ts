/** A stretch of a message: prose, or code between back ticks or tildes (the fences and their indentation belong to the code). */
export interface Segment {
  readonly code: boolean;
  readonly text: string;
}

/** Every sign that ends a line somewhere, as the inside of a character class; CR LF counts as one end (UAX #14, classes BK, CR, LF, NL). */
export const LINE_ENDS = '\\n\\v\\f\\r\\u0085\\u2028\\u2029';
/** Every space inside a line, as the inside of a character class: tab and Unicode's Zs. */
export const SPACES = ' \\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';

/*
 * Code as CommonMark 0.31 has it (sections 4.5 and 6.1), more lenient in two things. Fences may be indented by any white
 * space: logs are full of fences inside list items, and so white space can be normalised without turning prose into code.
 * An escaped back tick counts as a back tick: at worst some prose is left as it is.
 */
const LINE_START = `(?<![^${LINE_ENDS}])`;
const OPENING_FENCE = `${LINE_START}[${SPACES}]*(?:(\`{3,})(?=[^\`${LINE_ENDS}]*(?:[${LINE_ENDS}]|$))|(~{3,}))`;
const CLOSING_FENCE = `${LINE_START}[${SPACES}]*(\`{3,}|~{3,})(?=[${SPACES}]*(?:[${LINE_ENDS}]|$))`;
const ONE_LINE_END = `(?:\\r\\n|\\r(?!\\n)|[\\n\\v\\f\\u0085\\u2028\\u2029])`;
/** What matters between fences: a run of back ticks, or a blank line, which no inline code goes over. */
const RUN_OR_BLANK_LINE = `\`+|${ONE_LINE_END}[${SPACES}]*[${LINE_ENDS}]`;

/** Cuts `text` into prose and code; the segments joined are the text again. A text without code is one segment. Linear. */
export function splitCode(text: string): Segment[] {
  if (!mayHoldCode(text)) return [{ code: false, text }];
  const segments: Segment[] = [];
  const opening = new RegExp(OPENING_FENCE, 'g');
  let start = 0;
  for (let fence = opening.exec(text); fence !== null; fence = opening.exec(text)) {
    const end = endOfBlock(text, opening.lastIndex, fence[1] ?? fence[2] ?? '');
    splitInline(text.slice(start, fence.index), segments);
    segments.push({ code: true, text: text.slice(fence.index, end) });
    start = end;
    opening.lastIndex = end;
  }
  splitInline(text.slice(start), segments);
  return segments.length === 0 ? [{ code: false, text }] : segments;
}

/** Applies `rewrite` to the prose of `text` and leaves its code as it is. */
export function rewriteProse(text: string, rewrite: (prose: string) => string): string {
  if (!mayHoldCode(text)) return rewrite(text);
  let result = '';
  for (const segment of splitCode(text)) result += segment.code ? segment.text : rewrite(segment.text);
  return result;
}

function mayHoldCode(text: string): boolean {
  return text.includes('`') || text.includes('~~~');
}

/** Where the block ends whose opening `fence` ends at `from`: behind a fence of the same sign at least as long, or with the text. */
function endOfBlock(text: string, from: number, fence: string): number {
  const closing = new RegExp(CLOSING_FENCE, 'g');
  closing.lastIndex = from;
  for (let match = closing.exec(text); match !== null; match = closing.exec(text)) {
    if (match[1]?.startsWith(fence)) return closing.lastIndex;
  }
  return text.length;
}

interface Run {
  readonly start: number;
  readonly end: number;
  /** The next run of the same length in the same paragraph. */
  readonly closer: Run | undefined;
}

/** Cuts text without fences at its inline code: a run of back ticks up to the next run just as long. */
function splitInline(text: string, segments: Segment[]): void {
  let end = 0;
  for (const run of runsOf(text)) {
    if (run.start < end || run.closer === undefined) continue;
    if (run.start > end) segments.push({ code: false, text: text.slice(end, run.start) });
    segments.push({ code: true, text: text.slice(run.start, run.closer.end) });
    end = run.closer.end;
  }
  if (end < text.length) segments.push({ code: false, text: text.slice(end) });
}

/** The runs of back ticks in order, each with its closer: read backwards, the last run seen of a length closes the one before it. */
function runsOf(text: string): Run[] {
  if (!text.includes('`')) return [];
  const runs: Run[] = [];
  const lastOfLength = new Map<number, Run>();
  for (const match of [...text.matchAll(new RegExp(RUN_OR_BLANK_LINE, 'g'))].reverse()) {
    const length = match[0].length;
    if (!match[0].startsWith('`')) {
      lastOfLength.clear();
      continue;
    }
    const run = { start: match.index, end: match.index + length, closer: lastOfLength.get(length) };
    lastOfLength.set(length, run);
    runs.push(run);
  }
  return runs.reverse();
}
