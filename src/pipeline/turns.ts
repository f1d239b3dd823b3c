import type { Conversation, Message, Role } from './conversation.ts';
import { Drop } from './stage.ts';

/**
 * The shape that every trainer accepts (strict templates refuse all others): one system message or none, then user and
 * assistant in turn, ending with the assistant. It is not a stage of the config: no conversation goes on without it.
 */
export const TURNS = {
  name: 'turns',
  summary: 'brings messages into turns: system first, user and assistant alternating, the assistant last',
  reasons: {
    no_question: 'there is no user message with text before an answer',
    no_answer: 'there is no assistant message with text after a question',
    tool_calls: 'the assistant calls a tool in a way that cannot be read, or a call has no result',
  },
} as const;

/** Orders the messages; gives the same object when they were in order. */
export function orderTurns(conversation: Conversation): Conversation | Drop<keyof typeof TURNS.reasons> {
  if (inOrder(conversation.messages)) return conversation;
  if (conversation.messages.some((message) => message.broken_call)) return new Drop('tool_calls');
  const spoken = conversation.messages.filter(saysSomething);
  const system = spoken.filter((message) => message.role === 'system');
  const dialogue = trimmed(spoken.filter((message) => message.role !== 'system'));
  if (!dialogue.some((message) => message.role === 'user')) return new Drop('no_question');
  if (!dialogue.some((message) => message.role === 'assistant')) return new Drop('no_answer');
  const messages = [...merged(system), ...merged(dialogue)];
  return hasResults(messages) ? { ...conversation, messages } : new Drop('tool_calls');
}

function inOrder(messages: readonly Message[]): boolean {
  let previous = 'start';
  let calls = false;
  for (const message of messages) {
    const { role } = message;
    if (message.broken_call || !saysSomething(message)) return false;
    if (message.tool_calls !== undefined) calls = true;
    if (role === 'system' && previous !== 'start') return false;
    if (role === 'user' && previous === 'user') return false;
    if (role === 'assistant' && previous !== 'user' && previous !== 'tool') return false;
    if (role === 'tool' && previous !== 'assistant' && previous !== 'tool') return false;
    if (role === 'user' && previous === 'tool') return false;
    previous = role;
  }
  return previous === 'assistant' && (!calls || hasResults(messages));
}

/** A call has no text, and a tool may answer with nothing. */
function saysSomething({ content, tool_calls, tool_call_id }: Message): boolean {
  return tool_calls !== undefined || tool_call_id !== undefined || content.trim() !== '';
}

/** Every call is answered before anybody speaks, and every answer has its call; the last message may be a call. */
function hasResults(messages: readonly Message[]): boolean {
  let open = new Set<string>();
  for (const { role, tool_calls, tool_call_id } of messages) {
    if (role === 'tool') {
      if (tool_call_id !== undefined && !open.delete(tool_call_id)) return false;
      continue;
    }
    if (open.size > 0) return false;
    if (tool_calls === undefined) continue;
    open = new Set(tool_calls.map(({ id }) => id));
    if (open.size < tool_calls.length) return false;
  }
  return true;
}

/** Without what the assistant said before the first question, and without what was never answered. */
function trimmed(dialogue: readonly Message[]): Message[] {
  const first = dialogue.findIndex((message) => message.role === 'user');
  const last = dialogue.findLastIndex((message) => message.role === 'assistant');
  if (first === -1) return [];
  if (last < first) return dialogue.slice(first, first + 1);
  return withoutStrayTools(dialogue.slice(first, last + 1));
}

/** Without tools' results that answer no assistant message, or that the assistant never took up. One pass: lines are long. */
function withoutStrayTools(dialogue: readonly Message[]): Message[] {
  const kept: Message[] = [];
  let waiting: Message[] = [];
  let speaker: Role | undefined;
  for (const message of dialogue) {
    if (message.role === 'tool') {
      waiting.push(message);
      continue;
    }
    if (speaker === 'assistant' && message.role === 'assistant') for (const result of waiting) kept.push(result);
    waiting = [];
    speaker = message.role;
    kept.push(message);
  }
  return kept;
}

/** Neighbours of one role become one message; it keeps the place of the last, because feedback is about what was said last. */
function merged(messages: readonly Message[]): Message[] {
  const result: Message[] = [];
  for (const message of messages) {
    const previous = result.at(-1);
    const apart = previous?.role !== message.role || message.role === 'tool' || previous.tool_calls !== undefined;
    if (apart) result.push(message);
    else result[result.length - 1] = { ...message, content: joined(previous.content, message.content) };
  }
  return result;
}

function joined(one: string, other: string): string {
  // Not `join`, which copies: a line may have a hundred thousand messages.
  return one === '' || other === '' ? one + other : `${one}\n\n${other}`;
}

/** Where the exchanges of ordered messages end: position after the last message of each; a user message begins the next. */
export function exchangeEnds(messages: readonly Message[]): number[] {
  const ends: number[] = [];
  for (const [position, message] of messages.entries()) {
    if (message.role === 'user' && position > 0 && messages[position - 1]?.role !== 'system') ends.push(position);
  }
  if (messages.length > 0) ends.push(messages.length);
  return ends;
}

/** The first `exchanges` exchanges of a conversation; the same object when it has no more. */
export function firstExchanges(conversation: Conversation, exchanges: number): Conversation {
  const end = exchangeEnds(conversation.messages)[exchanges - 1];
  if (end === undefined || end === conversation.messages.length) return conversation;
  return { ...conversation, messages: conversation.messages.slice(0, end) };
}

/** A conversation without its first `exchanges` exchanges; it keeps its system message. The same object for none. */
export function withoutExchanges(conversation: Conversation, exchanges: number): Conversation {
  const { messages } = conversation;
  const start = exchangeEnds(messages)[exchanges - 1];
  if (start === undefined) return conversation;
  const system = messages.slice(0, messages[0]?.role === 'system' ? 1 : 0);
  const cut_before = (messages[start - 1]?.index ?? 0) + 1;
  return { ...conversation, cut_before, messages: [...system, ...messages.slice(start)] };
}
