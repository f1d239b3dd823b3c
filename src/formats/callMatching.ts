import type { Message, ToolCall } from '../pipeline/conversation.ts';
import type { Refusal } from './format.ts';

/** Of formats in which every result says by an id which call it answers. */
export const MATCHING_REASONS = {
  unmatched_call: 'a call of a tool has no result, or a result no call, as every one must',
} as const;

const UNMATCHED: Refusal = { refused: 'unmatched_call' satisfies keyof typeof MATCHING_REASONS };

/**
 * The messages with new ids of the calls, and of the results that answer them; results stand in the order of the calls.
 * The last message may be a call that nobody answers.
 * @param idOf gives the id of a call; `ordinal` counts the calls of the conversation from 0
 */
export function matchedCalls(
  messages: readonly Message[],
  idOf: (id: string, ordinal: number) => string,
): readonly Message[] | Refusal {
  const matched: Message[] = [];
  let ordinal = 0;
  for (let place = 0; place < messages.length; place++) {
    const message = messages[place];
    if (message === undefined || message.role === 'tool') return UNMATCHED;
    if (message.tool_calls === undefined) {
      matched.push(message);
      continue;
    }
    const calls = message.tool_calls.map((call) => ({ ...call, id: idOf(call.id, ordinal++) }));
    matched.push({ ...message, tool_calls: calls });
    if (place === messages.length - 1) break;
    const results = messages.slice(place + 1, place + 1 + calls.length);
    for (const [number, { id }] of message.tool_calls.entries()) {
      const result = results.find(({ role, tool_call_id }) => role === 'tool' && tool_call_id === id);
      if (result === undefined) return UNMATCHED;
      matched.push(answerTo(calls[number], result));
    }
    place += calls.length;
  }
  return matched;
}

function answerTo(call: ToolCall | undefined, result: Message): Message {
  return call === undefined ? result : { ...result, tool_call_id: call.id, name: result.name ?? call.name };
}

/** Of formats in which a message is text or calls. */
export const TEXT_OR_CALLS_REASONS = {
  text_with_call: 'the assistant says something beside a call of a tool, for which a row has no place',
} as const;

/** Whether somewhere text stands beside a call. */
export function saysBesideCall(messages: readonly Message[]): boolean {
  return messages.some(({ content, tool_calls }) => tool_calls !== undefined && content !== '');
}

/** Whether a message calls tools, or is one's result. */
export function isOfTools({ role, tool_calls }: Message): boolean {
  return role === 'tool' || tool_calls !== undefined;
}
