import type { Layout } from './layout.ts';
import type { Tell } from './problemLog.ts';
import { pathOf, type RowView, type Turn } from './view.ts';

/** Whether the messages of a row come in the order that trainers want; texts of columns always do. */
export function checkRoles(view: RowView, { kind }: Layout, tell: Tell): void {
  if (kind === 'text') return;
  const { prompt, answer } = view;
  checkSystem(prompt, tell);
  checkTurns(answer.length === 0 ? prompt : [...prompt, ...answer], tell);
  if (kind === 'pair') {
    for (const side of [view.chosen, view.rejected]) checkAnswerOfPair(side, prompt, tell);
    checkEndOfPrompt(prompt, tell);
  } else if (answer.length === 0) checkEnd(prompt, tell);
}

function checkSystem(turns: readonly Turn[], tell: Tell): void {
  let systems = 0;
  for (let place = 0; place < turns.length; place++) {
    const turn = turns[place];
    if (turn?.role !== 'system') continue;
    systems++;
    if (systems === 2) tell('several_systems', pathOf(turn));
    if (place >= systems) tell('system_not_first', pathOf(turn));
  }
}

/** User and assistant in turn; a tool speaks behind a call, and several may do so. Told once of a row. */
function checkTurns(turns: readonly Turn[], tell: Tell): void {
  let before: Turn | undefined;
  for (const turn of turns) {
    const { role } = turn;
    if (role === 'system') continue;
    if (role === undefined) return; // its neighbours cannot be judged
    if (before === undefined) {
      if (role === 'assistant') tell('starts_with_assistant', pathOf(turn));
      else if (role === 'tool') tell('roles_not_alternating', pathOf(turn));
    } else if (!mayFollow(before, turn)) {
      tell('roles_not_alternating', pathOf(turn));
      return;
    }
    before = turn;
  }
}

function mayFollow({ role: before, entry }: Turn, { role, entry: next }: Turn): boolean {
  switch (role) {
    case 'user':
      // Columns make up a question: an instruction and its input.
      return before === 'assistant' || (before === 'user' && next === undefined);
    case 'assistant':
      // An answer may come in two messages where one is a call: ShareGPT writes `gpt`, `function_call`.
      return before === 'user' || before === 'tool' || (before === 'assistant' && isCall(next) && !isCall(entry));
    default:
      return before === 'tool' || before === 'assistant';
  }
}

function isCall(entry: Turn['entry']): boolean {
  return entry?.from === 'function_call';
}

function checkEnd(turns: readonly Turn[], tell: Tell): void {
  const last = turns.at(-1);
  if (last === undefined || turns.some(({ role }) => role === undefined)) return;
  if (!turns.some(({ role }) => role === 'assistant')) {
    tell('no_answer', last.list);
    return;
  }
  if (last.role !== 'assistant') tell('ends_with_user', pathOf(last));
}

/** The last of a prompt is a question or a tool's answer: TRL fails where it is a system message. */
function checkEndOfPrompt(prompt: readonly Turn[], tell: Tell): void {
  const last = prompt.at(-1);
  if (last === undefined || last.role === undefined) return;
  if (last.role === 'assistant' || last.role === 'system') tell('roles_not_alternating', pathOf(last));
}

function checkAnswerOfPair(side: readonly Turn[], prompt: readonly Turn[], tell: Tell): void {
  const last = side.at(-1);
  if (last?.role !== undefined && last.role !== 'assistant') tell('ends_with_user', pathOf(last));
  const first = side[0];
  // Without a prompt each side is a whole conversation.
  if (prompt.length === 0 && first?.entry !== undefined) checkTurns(side, tell);
}
