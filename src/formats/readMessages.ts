import { isObject } from '../measures/jsonObject.ts';
import type { Message, Role } from '../pipeline/conversation.ts';
import { callsOf } from '../pipeline/toolCalls.ts';

const ROLES: ReadonlySet<string> = new Set<Role>(['system', 'user', 'assistant', 'tool']);

/** Messages as OpenAI has them, read back; nothing where the list is none, or an entry is no such message. */
export function readMessages(list: unknown): Message[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const read = list.map(readMessage);
  const messages = read.filter((message) => message !== undefined);
  return messages.length === read.length ? messages : undefined;
}

function readMessage(entry: unknown, index: number): Message | undefined {
  if (!isObject(entry) || !isRole(entry.role)) return undefined;
  const { role, tool_call_id, name } = entry;
  const content = entry.content ?? '';
  if (typeof content !== 'string') return undefined;
  const calls = callsOf(entry, index);
  return {
    role,
    content,
    index,
    ...(calls === 'broken' ? { broken_call: true } : calls !== undefined && { tool_calls: calls }),
    ...(isText(tool_call_id) && { tool_call_id }),
    ...(isText(name) && { name }),
  };
}

function isRole(value: unknown): value is Role {
  return typeof value === 'string' && ROLES.has(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Messages of these turns, in order. */
export function turnsToMessages(turns: readonly (readonly [Role, string])[]): Message[] {
  return turns.map(([role, content], index) => ({ role, content, index }));
}
