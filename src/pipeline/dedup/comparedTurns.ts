import type { Conversation, Message, Role } from '../conversation.ts';

/** By what duplicates are told: all turns, the assistant's alone, or the user's alone. */
export const COMPARE_BY = ['conversation', 'answer', 'prompt'] as const;
export type CompareBy = (typeof COMPARE_BY)[number];

/** What takes texts one after the other; `role` keeps a question apart from an answer of the same words. */
export interface TextSink {
  add(text: string, role: number): void;
}

export const ROLE_CODES: Readonly<Record<Role, number>> = { system: 0, user: 1, assistant: 2, tool: 3 };

/**
 * Hands over the texts by which a conversation is told from others, in their order. System prompts and what tools answered
 * are never among them: many conversations that have nothing else in common share those. What the assistant asks of a tool
 * is something that it says.
 */
export function addComparedTurns(sink: TextSink, messages: Conversation['messages'], by: CompareBy): void {
  for (const message of messages) {
    const { role } = message;
    if (role === 'user' && by !== 'answer') sink.add(message.content, ROLE_CODES.user);
    if (role !== 'assistant' || by === 'prompt') continue;
    sink.add(message.content, ROLE_CODES.assistant);
    addCalls(sink, message);
  }
}

/** The calls of tools in a message, as words of the assistant. */
export function addCalls(sink: TextSink, { tool_calls }: Message): void {
  if (tool_calls === undefined) return;
  for (const { name, arguments: args } of tool_calls) sink.add(`${name} ${args}`, ROLE_CODES.assistant);
}

/** Whether those texts are all turns, so that a fingerprint of the whole is one of them. */
export function comparesAllTurns(messages: Conversation['messages'], by: CompareBy): boolean {
  return by === 'conversation' && !messages.some(({ role }) => role === 'tool');
}
