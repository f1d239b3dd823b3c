import type { ExamplePrinter } from '../measures/examplePrinter.ts';
import { combine53 } from '../measures/hash.ts';
import { isObject } from '../measures/jsonObject.ts';
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

/** Leaves the signature of what is said in `printer`: rows that share a system prompt, or what a tool gave back, are not alike for it. */
export function printOf(view: RowView, { kind }: Layout, printer: ExamplePrinter): RowPrint {
  printer.reset();
  const { prompt, answer, chosen, rejected } = view;
  const asked = kind === 'conversation' && answer.length === 0 ? prompt.length - 1 : prompt.length;
  for (let place = 0; place < asked; place++) add(prompt[place], printer);
  const question = kind === 'text' || printer.words < FEWEST_WORDS ? 0 : printer.hash();
  for (let place = asked; place < prompt.length; place++) add(prompt[place], printer);
  for (const turn of answer) add(turn, printer);
  for (const turn of chosen) add(turn, printer);
  for (const turn of rejected) add(turn, printer);
  const whole = printer.hash();
  // The same answer as good and as bad is no duplicate.
  return { whole: view.label === undefined ? whole : combine53(whole, view.label === true ? 1 : 2), prompt: question };
}

function add(turn: Turn | undefined, printer: ExamplePrinter): void {
  if (turn === undefined) return;
  const role = turn.role === undefined ? ROLES.length : ROLES.indexOf(turn.role);
  if (isSaid(turn)) printer.add(turn.text, role);
  else printer.addToHash(turn.text, role);
  for (const call of callsOf(turn)) printer.add(call, role);
}

/** The texts by which rows are compared for near duplicates, as conversations of logs are. */
export function saidIn({ prompt, answer, chosen, rejected }: RowView): string[] {
  const turns = [...prompt, ...answer, ...chosen, ...rejected];
  return turns.flatMap((turn) => [...(isSaid(turn) ? [turn.text] : []), ...callsOf(turn)]);
}

function isSaid({ role }: Turn): boolean {
  return role !== 'system' && role !== 'tool';
}

/** What a message calls tools with, where it stands as OpenAI has it. */
function callsOf({ entry }: Turn): string[] {
  const calls: unknown = entry?.tool_calls;
  if (!Array.isArray(calls)) return [];
  return calls.flatMap((call: unknown) => {
    const asked = isObject(call) && isObject(call.function) ? call.function : undefined;
    if (asked === undefined) return [];
    const { name, arguments: args } = asked;
    return [`${String(name)} ${typeof args === 'string' ? args : JSON.stringify(args)}`];
  });
}
