import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { problemsOf } from '../collect/problemsOf.ts';
import { type Collected, type InputProblem, InvalidInput, NotWritten, TooLarge } from '../collect/types.ts';
import { parseJson } from './json.ts';
import { Refusal } from './refusal.ts';

/** What became of the lines of one request. */
export interface LinesReport {
  readonly stored: number;
  readonly opted_out: number;
  readonly dropped: number;
  /** Lines, counted from 1, that cannot be stored as they are. */
  readonly refused: readonly { readonly line: number; readonly problems: readonly InputProblem[] }[];
  /** Lines that the disk did not take: to be sent again. */
  readonly not_written: readonly number[];
  /** Of all lines that were taken, in their order. */
  readonly conversation_ids: readonly string[];
}

// Ours: more than a request of 16 MB has, of conversations; what is said of each line must fit into one answer.
const MOST_LINES = 20_000;
// Ours: whoever writes lines by a program makes the same mistake in each.
const MOST_PROBLEMS = 5;
// Ours: enough to fill one write of a disk that syncs each, and no more text in memory than the request was.
const AT_ONCE = 64;
// Ours: what others may wait for one request among many; half of what makes a p99 of 20 ms.
const TURN_MS = 10;

interface Line {
  readonly number: number;
  readonly text: string;
}

type Outcome = Collected | readonly InputProblem[] | 'not_written';

/**
 * Stores each line on its own: a bad one is refused by its number, and the others are stored. Once the disk fails, the rest
 * is not tried any more.
 * @throws Refusal for more lines than one request may have; nothing was stored then
 */
export async function storeLines<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  store: (input: z.output<Schema>) => Promise<Collected>,
): Promise<LinesReport> {
  const lines = linesOf(text);
  const outcomes: Outcome[] = [];
  let next = 0;
  let failed = false;
  const turn = new Turn();
  const work = async (): Promise<void> => {
    for (let at = next++; at < lines.length; at = next++) {
      while (turn.isOver()) await turn.rest();
      const outcome = failed ? 'not_written' : await outcomeOf(lines[at]?.text ?? '', schema, store);
      failed ||= outcome === 'not_written';
      outcomes[at] = outcome;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return reportOf(lines, outcomes);
}

/** Lines that are refused wait for nothing: without this, nobody else would be served until all of them are through. */
class Turn {
  #ends = performance.now() + TURN_MS;
  #rest: Promise<void> | undefined;

  isOver(): boolean {
    return performance.now() >= this.#ends;
  }

  /** Lets others go on. All who rest wake at once, and whoever is not the first may find the turn over again. */
  rest(): Promise<void> {
    this.#rest ??= setImmediate().then(() => {
      this.#ends = performance.now() + TURN_MS;
      this.#rest = undefined;
    });
    return this.#rest;
  }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end === -1 ? text.length : end).trim();
    number += 1;
    if (line !== '') lines.push({ number, text: line });
    if (lines.length > MOST_LINES) throw new Refusal(413, `One request may have ${MOST_LINES} lines; send several.`);
    start = end === -1 ? text.length : end + 1;
  }
  return lines;
}

async function outcomeOf<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  store: (input: z.output<Schema>) => Promise<Collected>,
): Promise<Outcome> {
  try {
    const parsed = schema.safeParse(parseJson(text));
    return parsed.success ? await store(parsed.data) : problemsOf(parsed.error);
  } catch (error) {
    if (error instanceof NotWritten) return 'not_written';
    if (error instanceof InvalidInput) return error.problems;
    if (error instanceof TooLarge || error instanceof Refusal) return [{ path: '', message: error.message }];
    throw error;
  }
}

function reportOf(lines: readonly Line[], outcomes: readonly Outcome[]): LinesReport {
  const counts = { stored: 0, opted_out: 0, dropped: 0 };
  const refused: { line: number; problems: readonly InputProblem[] }[] = [];
  const not_written: number[] = [];
  const conversation_ids: string[] = [];
  for (const [at, { number }] of lines.entries()) {
    const outcome = outcomes[at];
    if (outcome === 'not_written') not_written.push(number);
    else if (outcome !== undefined && 'status' in outcome) {
      counts[outcome.status] += 1;
      conversation_ids.push(outcome.conversation_id);
    } else refused.push({ line: number, problems: (outcome ?? []).slice(0, MOST_PROBLEMS) });
  }
  return { ...counts, refused, not_written, conversation_ids };
}
