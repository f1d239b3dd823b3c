import type { JsonObject } from '../measures/jsonObject.ts';
import type { Message } from '../pipeline/conversation.ts';
import { callsOf, withCallIds } from '../pipeline/toolCalls.ts';
import { argumentsObject } from './toolValues.ts';

export type Part =
  | { readonly text: string }
  | { readonly functionCall: { readonly name: string; readonly args: JsonObject } }
  | { readonly functionResponse: { readonly name: string; readonly response: JsonObject } };

export interface Content {
  readonly role: 'user' | 'model';
  readonly parts: readonly Part[];
}

/** A content for each message, but one for all results in a row; ids have no place, results go by their order. */
export function geminiContents(messages: readonly Message[]): Content[] {
  const contents: { role: 'user' | 'model'; parts: Part[]; results: boolean }[] = [];
  for (const message of messages) {
    const results = message.role === 'tool';
    const last = contents.at(-1);
    if (results && last?.results) last.parts.push(...partsOf(message));
    else contents.push({ role: message.role === 'assistant' ? 'model' : 'user', parts: partsOf(message), results });
  }
  return contents.map(({ role, parts }) => ({ role, parts }));
}

function partsOf({ role, content, tool_calls = [], name = '' }: Message): Part[] {
  const text = content.toWellFormed();
  // `output` is the key by which a function's result is known (Vertex AI, FunctionResponse), whatever the result looks like.
  if (role === 'tool') return [{ functionResponse: { name, response: { output: text } } }];
  const calls = tool_calls.map((call) => ({
    functionCall: { name: call.name, args: argumentsObject(call.arguments) },
  }));
  return text === '' && calls.length > 0 ? calls : [{ text }, ...calls];
}

/** The messages of contents, a system message before them where there is one. */
export function readGeminiContents(system: string | undefined, contents: readonly Content[]): Message[] {
  const messages: Message[] = [];
  const add = (message: Omit<Message, 'index'>) => messages.push({ ...message, index: messages.length });
  if (system !== undefined) add({ role: 'system', content: system });
  for (const { role, parts } of contents) {
    for (const part of parts) {
      if (!('functionResponse' in part)) continue;
      const { name, response } = part.functionResponse;
      add({ role: 'tool', content: resultOf(response), ...(name !== '' && { name }) });
    }
    if (parts.every((part) => 'functionResponse' in part)) continue;
    const text = parts.flatMap((part) => ('text' in part ? part.text : [])).join('\n\n');
    const calls = parts.flatMap((part) => ('functionCall' in part ? part.functionCall : []));
    add({ role: role === 'model' ? 'assistant' : 'user', content: text, ...callsIn(calls, messages.length) });
  }
  return withCallIds(messages);
}

function resultOf(response: JsonObject): string {
  const { output, ...others } = response;
  const alone = typeof output === 'string' && Object.keys(others).length === 0;
  return alone ? output : JSON.stringify(response);
}

function callsIn(
  calls: readonly { readonly name: string; readonly args: JsonObject }[],
  index: number,
): Pick<Message, 'tool_calls' | 'broken_call'> {
  if (calls.length === 0) return {};
  const read = callsOf({ tool_calls: calls.map(({ name, args }) => ({ name, arguments: args })) }, index);
  return read === 'broken' || read === undefined ? { broken_call: true } : { tool_calls: read };
}
