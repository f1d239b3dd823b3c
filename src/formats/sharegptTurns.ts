import type { Message, Role } from '../pipeline/conversation.ts';
import { callsInContent, withCallIds } from '../pipeline/toolCalls.ts';
import { argumentsObject } from './toolValues.ts';

export interface Turn {
  readonly from: 'system' | 'human' | 'gpt' | 'function_call' | 'observation';
  readonly value: string;
}

export const TURN_ROLES = {
  system: 'system',
  user: 'human',
  assistant: 'gpt',
  tool: 'observation',
} as const satisfies Record<Role, Turn['from']>;

const ROLES: Readonly<Record<Turn['from'], Role>> = {
  system: 'system',
  human: 'user',
  gpt: 'assistant',
  function_call: 'assistant',
  observation: 'tool',
};

/**
 * Between the results of several calls. LLaMA-Factory wants `human` and `observation` at odd places and `gpt` and
 * `function_call` at even ones, so that several results are one turn; it joins those of OpenAI's shape by these words itself
 * (converter.py, OpenAIDatasetConverter), and its templates of Qwen put the outer tags around them.
 */
const BETWEEN_RESULTS = '\n</tool_response>\n<tool_response>\n';

/** A turn for each message, but one for all results in a row. Ids of calls have no place: results go by their order. */
export function turnsWithTools(messages: readonly Message[]): Turn[] {
  const turns: Turn[] = [];
  for (const { role, content, tool_calls } of messages) {
    const value = content.toWellFormed();
    const last = turns.at(-1);
    if (tool_calls !== undefined) turns.push({ from: 'function_call', value: callText(tool_calls) });
    else if (role !== 'tool' || last?.from !== 'observation') turns.push({ from: TURN_ROLES[role], value });
    else turns[turns.length - 1] = { ...last, value: `${last.value}${BETWEEN_RESULTS}${value}` };
  }
  return turns;
}

/** One call as an object, several as a list of them, the arguments an object each (formatter.py, FunctionFormatter). */
function callText(calls: NonNullable<Message['tool_calls']>): string {
  const bodies = calls.map(({ name, arguments: args }) => ({ name, arguments: argumentsObject(args) }));
  return JSON.stringify(bodies.length === 1 ? bodies[0] : bodies);
}

/** The messages of turns; results that were joined come apart where there is one for each call. */
export function readTurns(turns: readonly Turn[]): Message[] {
  const messages: Message[] = [];
  let called = 0;
  for (const { from, value } of turns) {
    const index = messages.length;
    const role = ROLES[from];
    if (from === 'function_call') {
      const calls = callsInContent(value, index);
      messages.push({
        role,
        content: '',
        index,
        ...(calls === 'broken' ? { broken_call: true } : { tool_calls: calls }),
      });
      called = calls === 'broken' ? 0 : calls.length;
      continue;
    }
    const results = from === 'observation' && called > 1 ? value.split(BETWEEN_RESULTS) : [];
    const contents = results.length === called && called > 1 ? results : [value];
    for (const content of contents) messages.push({ role, content, index: messages.length });
    called = 0;
  }
  return withCallIds(messages);
}
