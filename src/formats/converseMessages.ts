import type { JsonObject } from '../measures/jsonObject.ts';
import type { Message } from '../pipeline/conversation.ts';
import { callsOf, withCallIds } from '../pipeline/toolCalls.ts';
import { argumentsObject } from './toolValues.ts';

type ResultContent = { readonly text: string } | { readonly json: JsonObject };

type Block =
  | { readonly text: string }
  | { readonly toolUse: { readonly toolUseId: string; readonly name: string; readonly input: JsonObject } }
  | { readonly toolResult: { readonly toolUseId: string; readonly content: readonly ResultContent[] } };

export interface ConverseMessage {
  readonly role: 'user' | 'assistant';
  readonly content: readonly Block[];
}

/** A message for each of ours, but one for all results in a row: roles must alternate. */
export function converseMessages(messages: readonly Message[]): ConverseMessage[] {
  const written: { role: 'user' | 'assistant'; content: Block[]; results: boolean }[] = [];
  for (const message of messages) {
    const results = message.role === 'tool';
    const last = written.at(-1);
    if (results && last?.results) last.content.push(...blocksOf(message));
    else
      written.push({ role: message.role === 'assistant' ? 'assistant' : 'user', content: blocksOf(message), results });
  }
  return written.map(({ role, content }) => ({ role, content }));
}

function blocksOf({ role, content, tool_calls = [], tool_call_id = '' }: Message): Block[] {
  const text = content.toWellFormed();
  if (role === 'tool') return [{ toolResult: { toolUseId: tool_call_id, content: [{ text }] } }];
  const calls = tool_calls.map(({ id, name, arguments: args }) => ({
    toolUse: { toolUseId: id, name, input: argumentsObject(args) },
  }));
  return text === '' && calls.length > 0 ? calls : [{ text }, ...calls];
}

/** The messages as ours, with a system message before them where `system` is not empty. */
export function readConverse(system: string, converse: readonly ConverseMessage[]): Message[] {
  const messages: Message[] = [];
  const add = (message: Omit<Message, 'index'>) => messages.push({ ...message, index: messages.length });
  if (system !== '') add({ role: 'system', content: system });
  for (const { role, content } of converse) {
    for (const block of content) {
      if (!('toolResult' in block)) continue;
      const { toolUseId, content: parts } = block.toolResult;
      const result = parts.map((part) => ('text' in part ? part.text : JSON.stringify(part.json))).join('\n\n');
      add({ role: 'tool', content: result, tool_call_id: toolUseId });
    }
    if (content.every((block) => 'toolResult' in block)) continue;
    const text = content.flatMap((block) => ('text' in block ? block.text : [])).join('\n\n');
    const uses = content.flatMap((block) => ('toolUse' in block ? block.toolUse : []));
    add({ role, content: text, ...callsIn(uses, messages.length) });
  }
  return withCallIds(messages);
}

function callsIn(
  uses: readonly { readonly toolUseId: string; readonly name: string; readonly input: JsonObject }[],
  index: number,
): Pick<Message, 'tool_calls' | 'broken_call'> {
  if (uses.length === 0) return {};
  const calls = uses.map(({ toolUseId, name, input }) => ({ id: toolUseId, name, arguments: input }));
  const read = callsOf({ tool_calls: calls }, index);
  return read === 'broken' || read === undefined ? { broken_call: true } : { tool_calls: read };
}
