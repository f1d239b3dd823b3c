import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import { wellFormedJson } from '../measures/wellFormedJson.ts';
import type { Message, ToolCall } from './conversation.ts';

/** Ours: no tool takes arguments that deep; a hostile line has a million levels, more than the stack. */
const MAX_DEPTH = 32;

/**
 * The calls of an assistant message: `tool_calls` as OpenAI has them, the older `function_call`, or a whole message of the
 * role `function_call` whose content is the call (ShareGPT).
 * @returns `broken` when one of them has no name, or arguments that are no JSON object; nothing where it calls no tool
 */
export function callsOf(entry: JsonObject, index: number): readonly ToolCall[] | 'broken' | undefined {
  const listed = Array.isArray(entry.tool_calls) ? entry.tool_calls : [];
  const written = listed.length > 0 ? listed : isObject(entry.function_call) ? [entry.function_call] : [];
  return written.length === 0 ? undefined : readAll(written, index);
}

/** The calls that the content of a message of the role `function_call` is: one, or a list of them. */
export function callsInContent(content: string, index: number): readonly ToolCall[] | 'broken' {
  const value = jsonOf(content);
  return readAll(Array.isArray(value) ? value : [value], index);
}

function readAll(written: readonly unknown[], index: number): readonly ToolCall[] | 'broken' {
  const calls = written.map((call, place) => callOf(call, `call_${index}_${place}`));
  const read = calls.filter((call) => call !== undefined);
  return read.length > 0 && read.length === calls.length ? read : 'broken';
}

function callOf(call: unknown, madeUpId: string): ToolCall | undefined {
  if (!isObject(call)) return undefined;
  const body = isObject(call.function) ? call.function : call;
  const { name } = body;
  const args = argumentsOf(body.arguments ?? body.parameters ?? body.input ?? {});
  if (typeof name !== 'string' || name === '' || args === undefined) return undefined;
  const id = typeof call.id === 'string' && call.id !== '' ? call.id.toWellFormed() : madeUpId;
  return { id, name: name.toWellFormed(), arguments: args };
}

/** Arguments as JSON text, as they are where they are text already; a call without any is one with `{}`. */
function argumentsOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() || '{}' : undefined;
  const parsed = text === undefined ? value : jsonOf(text);
  if (!isObject(parsed) || !isShallow(parsed, MAX_DEPTH)) return undefined;
  return wellFormedJson(text ?? JSON.stringify(parsed), parsed);
}

/** Definitions of tools in one form, `[{"type": "function", "function": {…}}]`, as JSON text; nothing where there are none. */
export function toolDefinitions(value: unknown): string | undefined {
  const list = typeof value === 'string' ? jsonOf(value) : value;
  if (!Array.isArray(list)) return undefined;
  const tools = list
    .filter(isObject)
    .map((tool) => (isObject(tool.function) ? tool : { type: 'function', function: tool }));
  if (tools.length === 0 || !isShallow(tools, MAX_DEPTH)) return undefined;
  return wellFormedJson(JSON.stringify(tools), tools);
}

/**
 * Messages whose tools' results all say which call they answer: those that do not are taken to answer the calls before
 * them in order, and ids made up by `callsOf` are brought in line with those that the results name.
 */
export function withCallIds(messages: readonly Message[]): Message[] {
  let open: ToolCall[] = [];
  return messages.map((message) => {
    if (message.tool_calls !== undefined) open = [...message.tool_calls];
    if (message.role !== 'tool') return message;
    const answered =
      open.find(({ id }) => id === message.tool_call_id) ?? (message.tool_call_id === undefined ? open[0] : undefined);
    if (answered === undefined) return message;
    open = open.filter((call) => call !== answered);
    return { ...message, tool_call_id: answered.id, name: message.name ?? answered.name };
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}
