import { fencedBlocks } from './fences.ts';
import { forLastTexts } from './lastTexts.ts';
import { LINE_ENDS, SPACES } from './whitespace.ts';

/** A stretch of a message: prose, or code between back ticks or tildes (the fences and their indentation belong to the code). */
export interface Segment {
  readonly code: boolean;
  readonly text: string;
}

/*
 * Code as CommonMark 0.31 has it (sections 4.5 and 6.1), more lenient in two things. Fences may be indented by any white
 * space: logs are full of fences inside list items, and so white space can be normalised without turning prose into code.
 * An escaped back tick counts as a back tick: at worst some prose is left as it is.
 */
const ONE_LINE_END = `(?:\\r\\n|\\r(?!\\n)|[\\n\\v\\f\\u0085\\u2028\\u2029])`;
/** What matters between fences: a run of back ticks, or a blank line, which no inline code goes over. */
const RUN_OR_BLANK_LINE = new RegExp(`\`+|${ONE_LINE_END}[${SPACES}]*[${LINE_ENDS}]`, 'g');

/** Cuts `text` into prose and code; the segments joined are the text again. A text without code is one segment. Linear. */
export function splitCode(text: string): readonly Segment[] {
  return mayHoldCode(text) ? split(text) : [{ code: false, text }];
}

/** Applies `rewrite` to the prose of `text` and leaves its code as it is. */
export function rewriteProse(text: string, rewrite: (prose: string) => string): string {
  if (!mayHoldCode(text)) return rewrite(text);
  let result = '';
  for (const segment of splitCode(text)) result += segment.code ? segment.text : rewrite(segment.text);
  return result;
}

/** The prose of `text`, its code left out. */
export function proseOf(text: string): string {
  return mayHoldCode(text) ? joinProse(text) : text;
}

/** Kept, so that all who ask get the same string, and what is known of it need not be found anew. */
const joinProse = forLastTexts((text: string): string => {
  let prose = '';
  for (const segment of split(text)) if (!segment.code) prose += segment.text;
  return prose;
});

function mayHoldCode(text: string): boolean {
  return text.includes('`') || text.includes('~~~');
}

const split = forLastTexts((text: string): readonly Segment[] => {
  const segments: Segment[] = [];
  let start = 0;
  for (const block of fencedBlocks(text)) {
    splitInline(text.slice(start, block.start), segments);
    segments.push({ code: true, text: text.slice(block.start, block.end) });
    start = block.end;
  }
  splitInline(text.slice(start), segments);
  return segments.length === 0 ? [{ code: false, text }] : segments;
});

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
  const upToLast = text.slice(0, text.lastIndexOf('`') + 1);
  const runs: Run[] = [];
  const lastOfLength = new Map<number, Run>();
  for (const match of [...upToLast.matchAll(RUN_OR_BLANK_LINE)].reverse()) {
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
