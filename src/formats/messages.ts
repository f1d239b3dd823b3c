import type { Message, Role } from '../pipeline/conversation.ts';

/** A message as rows show it: always these two keys, in this order. */
export interface PlainMessage {
  readonly role: Role;
  readonly content: string;
}

/** One question and its answer, well-formed. */
export interface Exchange {
  readonly user: string;
  readonly assistant: string;
}

/** The messages with role and well-formed content and nothing else. */
export function plainMessages(messages: readonly Message[]): PlainMessage[] {
  return messages.map(({ role, content }) => ({ role, content: content.toWellFormed() }));
}

/** All system messages as one text, well-formed; empty where there is none. */
export function systemText(messages: readonly Message[]): string {
  return messages
    .filter(({ role }) => role === 'system')
    .map(({ content }) => content.toWellFormed())
    .join('\n\n');
}

/**
 * Questions with their answers, in order. Conversations come with user and assistant taking turns; where they do not,
 * neighbours of one role are joined by a blank line, and a greeting nobody asked for or a last question nobody
 * answered is left out, as there is nothing to learn from half an exchange.
 */
export function exchangesOf(messages: readonly Message[]): Exchange[] {
  const exchanges: Exchange[] = [];
  let asked: string | undefined;
  for (const { role, content } of messages) {
    const text = content.toWellFormed();
    if (role === 'user') asked = asked === undefined ? text : `${asked}\n\n${text}`;
    if (role !== 'assistant') continue;
    const last = exchanges.at(-1);
    if (asked !== undefined) exchanges.push({ user: asked, assistant: text });
    else if (last !== undefined) exchanges.splice(-1, 1, { ...last, assistant: `${last.assistant}\n\n${text}` });
    asked = undefined;
  }
  return exchanges;
}
