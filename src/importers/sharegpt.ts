import { idOf } from '../inputs/fields.ts';
import { hashHex } from '../measures/hash.ts';
import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import { type ChatMessage, callOf, plainText } from './chatMessage.ts';
import type { Imported, Importer } from './importer.ts';
import { conversationLine } from './lines.ts';
import { listAt, textAt, timeAt, unpacked } from './values.ts';

/** Who speaks, in files of ShareGPT and of those that call themselves so (LLaMA-Factory, Axolotl). */
const ROLES: ReadonlyMap<string, ChatMessage['role'] | 'call'> = new Map<string, ChatMessage['role'] | 'call'>([
  ['system', 'system'],
  ['human', 'user'],
  ['user', 'user'],
  ['gpt', 'assistant'],
  ['chatgpt', 'assistant'],
  ['bing', 'assistant'],
  ['bard', 'assistant'],
  ['assistant', 'assistant'],
  ['model', 'assistant'],
  ['function_call', 'call'],
  ['observation', 'tool'],
  ['tool', 'tool'],
]);

/** Files of ShareGPT: `{"id", "conversations": [{"from", "value"}]}`. */
export const sharegpt: Importer = {
  name: 'sharegpt',
  summary: 'ShareGPT files: {"id", "conversations": [{"from", "value"}]}',
  sources: [
    'https://github.com/lm-sys/FastChat/blob/main/data/dummy_conversation.json',
    'https://github.com/hiyouga/LLaMA-Factory/blob/main/data/README.md',
  ],
  recognises: (entry) => {
    const [first] = listAt(entry, 'conversations');
    return isObject(first) && typeof first.from === 'string' && Object.hasOwn(first, 'value');
  },
  open: () => ({ read }),
};

function read(entry: JsonObject): Imported {
  const list = entry.conversations;
  if (!Array.isArray(list)) return { problem: 'unknown_shape' };
  const messages: ChatMessage[] = [];
  const system = textAt(entry, 'system');
  if (system !== undefined) messages.push({ role: 'system', content: system });
  for (const turn of list) {
    if (!isObject(turn)) return { problem: 'no_messages' };
    const message = messageOf(turn);
    if (message === undefined) return { problem: 'unknown_role' };
    messages.push(message);
  }
  if (messages.length === 0) return { pass: 'empty' };
  const own = idOf(entry.id);
  // Ids of these files count from 0 in each (`identity_0`), so they would meet those of other tools.
  const id = `sharegpt-${own ?? hashHex(JSON.stringify(messages))}`;
  const tools = unpacked(entry.tools);
  const facts = { id, time: timeAt(entry, ['timestamp', 'created_at', 'date']), model: textAt(entry, 'model') };
  return { conversations: [conversationLine({ ...facts, tools: Array.isArray(tools) ? tools : [] }, messages)] };
}

function messageOf(turn: JsonObject): ChatMessage | undefined {
  const role = typeof turn.from === 'string' ? ROLES.get(turn.from.trim().toLowerCase()) : undefined;
  const content = plainText(turn.value);
  if (role !== 'call') return role === undefined ? undefined : { role, content };
  const given = unpacked(content);
  const calls = (Array.isArray(given) ? given : [given])
    .map((call) => (isObject(call) ? callOf(call.name, call.arguments) : undefined))
    .filter((call) => call !== undefined);
  return {
    role: 'assistant',
    content: calls.length === 0 ? content : '',
    ...(calls.length > 0 && { tool_calls: calls }),
  };
}
