import type { Fingerprinter } from '../measures/fingerprint.ts';
import { combine53 } from '../measures/hash.ts';
import type { Layout } from './layout.ts';
import type { RowView, Turn } from './view.ts';

/** What rows are compared by. */
export interface RowPrint {
  /** Hash of all normalised texts with their roles, never 0. */
  readonly whole: number;
  /** Hash of all but the answer; 0 where there is no answer, or the question is too short to mean something. */
  readonly prompt: number;
}

/** Ours: everybody says hello, and asks what can be done. */
const FEWEST_WORDS = 8;
const ROLES = ['system', 'user', 'assistant', 'tool'];

/** Leaves the signature of the whole in `fingerprinter`. */
export function printOf(view: RowView, { kind }: Layout, fingerprinter: Fingerprinter): RowPrint {
  fingerprinter.reset();
  const { prompt, answer, chosen, rejected } = view;
  const asked = kind === 'conversation' && answer.length === 0 ? prompt.length - 1 : prompt.length;
  for (let place = 0; place < asked; place++) add(prompt[place], fingerprinter);
  const question = kind === 'text' || fingerprinter.words < FEWEST_WORDS ? 0 : fingerprinter.hash();
  for (let place = asked; place < prompt.length; place++) add(prompt[place], fingerprinter);
  for (const turn of answer) add(turn, fingerprinter);
  for (const turn of chosen) add(turn, fingerprinter);
  for (const turn of rejected) add(turn, fingerprinter);
  const whole = fingerprinter.hash();
  // The same answer as good and as bad is no duplicate.
  return { whole: view.label === undefined ? whole : combine53(whole, view.label === true ? 1 : 2), prompt: question };
}

function add(turn: Turn | undefined, fingerprinter: Fingerprinter): void {
  if (turn === undefined) return;
  fingerprinter.add(turn.text, turn.role === undefined ? ROLES.length : ROLES.indexOf(turn.role));
}
