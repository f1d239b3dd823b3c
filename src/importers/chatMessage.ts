import { idOf } from '../inputs/fields.ts';
import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import { listAt, objectAt, textAt } from './values.ts';

/** A call of a tool, as OpenAI's chat completions have it. */
export interface ChatToolCall {
  readonly id?: string;
  readonly type: 'function';
  readonly function: { readonly name: string; readonly arguments: string };
}

/** A message as lines of daily files have it. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string;
  readonly tool_calls?: readonly ChatToolCall[];
  readonly tool_call_id?: string;
  readonly name?: string;
}

/**
 * Names of roles in the APIs of OpenAI and Anthropic, and of messages in LangChain (langchain-core: `type`, or the class
 * in the last part of a serialised `id`).
 */
const ROLES: ReadonlyMap<string, ChatMessage['role']> = new Map<string, ChatMessage['role']>([
  ['system', 'system'],
  ['developer', 'system'],
  ['SystemMessage', 'system'],
  ['user', 'user'],
  ['human', 'user'],
  ['HumanMessage', 'user'],
  ['HumanMessageChunk', 'user'],
  ['assistant', 'assistant'],
  ['ai', 'assistant'],
  ['model', 'assistant'],
  ['AIMessage', 'assistant'],
  ['AIMessageChunk', 'assistant'],
  ['tool', 'tool'],
  ['function', 'tool'],
  ['ToolMessage', 'tool'],
  ['FunctionMessage', 'tool'],
]);

/** Ours: content stands at most four levels down; a hostile entry has more levels than the stack. */
const MAX_DEPTH = 8;

/** Messages of the APIs of OpenAI (chat completions and responses), Anthropic or LangChain; a role that is none of theirs makes them unreadable. */
export function chatMessages(list: readonly unknown[]): ChatMessage[] | 'unknown_role' | 'no_messages' {
  const messages: ChatMessage[] = [];
  for (const entry of list) {
    if (!isObject(entry)) return 'no_messages';
    const read = messagesOfItem(entry) ?? messagesOfEntry(entry);
    if (typeof read === 'string') return read;
    messages.push(...read);
  }
  return messages.length === 0 ? 'no_messages' : messages;
}

/** Items of OpenAI's responses that are no messages (`function_call`, `function_call_output`, `reasoning`). */
function messagesOfItem(item: JsonObject): ChatMessage[] | undefined {
  if (Object.hasOwn(item, 'role')) return undefined;
  const id = idOf(item.call_id);
  if (item.type === 'function_call') {
    const call = callOf(item.name, item.arguments, id);
    return call === undefined ? [] : [{ role: 'assistant', content: '', tool_calls: [call] }];
  }
  if (item.type === 'function_call_output') return [toolMessage(plainText(item.output), id, undefined)];
  return item.type === 'reasoning' ? [] : undefined;
}

function messagesOfEntry(entry: JsonObject): ChatMessage[] | 'unknown_role' {
  const body = bodyOf(entry);
  const role = ROLES.get(roleName(entry, body));
  if (role === undefined) return 'unknown_role';
  const content = plainText(body.content);
  if (role === 'tool') return [toolMessage(content, idOf(body.tool_call_id), idOf(body.name))];
  const results = toolResults(body.content);
  if (role !== 'assistant') return content === '' && results.length > 0 ? results : [...results, { role, content }];
  const calls = toolCalls(body);
  return [{ role, content, ...(calls.length > 0 && { tool_calls: calls }) }];
}

/** Where LangChain keeps the fields of a message: `kwargs` of a serialised one, `data` of an older one. */
function bodyOf(entry: JsonObject): JsonObject {
  if (entry.lc !== undefined && isObject(entry.kwargs)) return entry.kwargs;
  return typeof entry.type === 'string' && isObject(entry.data) ? entry.data : entry;
}

function roleName(entry: JsonObject, body: JsonObject): string {
  const role = body.role ?? entry.role;
  if (typeof role === 'string') return role;
  const path = entry.lc === undefined ? undefined : entry.id;
  if (Array.isArray(path)) return String(path.at(-1));
  return String(entry.type);
}

function toolMessage(content: string, id: string | undefined, name: string | undefined): ChatMessage {
  return {
    role: 'tool',
    content,
    ...(id !== undefined && { tool_call_id: id }),
    ...(name !== undefined && { name }),
  };
}

/** Results of tools that Anthropic's API has in messages of the user. */
function toolResults(content: unknown): ChatMessage[] {
  if (!Array.isArray(content)) return [];
  return content
    .filter(isObject)
    .filter(({ type }) => type === 'tool_result')
    .map((block) => toolMessage(plainText(block.content), idOf(block.tool_use_id), undefined));
}

function toolCalls(body: JsonObject): ChatToolCall[] {
  const extra = objectAt(body, 'additional_kwargs');
  const listed = [listAt(body, 'tool_calls'), listAt(extra, 'tool_calls')].find((list) => list.length > 0) ?? [];
  const calls = listed.filter(isObject).map((call) => {
    const { name, arguments: written } = objectAt(call, 'function');
    return callOf(name ?? call.name, written ?? call.args ?? call.arguments, idOf(call.id));
  });
  const blocks = Array.isArray(body.content) ? body.content.filter(isObject) : [];
  const used = blocks
    .filter(({ type }) => type === 'tool_use')
    .map(({ name, input, id }) => callOf(name, input, idOf(id)));
  const old = isObject(body.function_call) ? [callOf(body.function_call.name, body.function_call.arguments)] : [];
  // LangChain keeps calls of Anthropic's models twice: in `tool_calls` and in the content.
  return (calls.length > 0 ? calls : [...used, ...old]).filter((call) => call !== undefined);
}

/** @param written an object, or JSON as text, which is kept as it is */
export function callOf(name: unknown, written: unknown, id?: string): ChatToolCall | undefined {
  if (typeof name !== 'string' || name === '') return undefined;
  const text = typeof written === 'string' ? written : (JSON.stringify(written ?? {}) ?? '{}');
  return { ...(id !== undefined && { id }), type: 'function', function: { name, arguments: text } };
}

/** The text of a content, whose parts may be texts, texts in objects, or no texts at all, such as pictures: those are left out. */
export function plainText(content: unknown, depth = 0): string {
  if (typeof content === 'string') return content;
  if (depth > MAX_DEPTH) return '';
  if (Array.isArray(content))
    return content
      .map((part) => plainText(part, depth + 1))
      .filter((text) => text !== '')
      .join('\n');
  if (!isObject(content) || content.type === 'tool_use' || content.type === 'tool_result') return '';
  // Reasoning stands in `thinking` or `think`, which are not read.
  return textAt(content, 'text') ?? textAt(content, 'refusal') ?? plainText(objectAt(content, 'text').value, depth + 1);
}
