import type { Message } from '../pipeline/conversation.ts';
import { isOfTools } from './callMatching.ts';
import type { ExampleShape, FormatOptions, Refusal } from './format.ts';
import { systemText } from './messages.ts';

/** What a format has a place for. */
export interface Places {
  readonly system: boolean;
  readonly tools: boolean;
}

/** Reasons of formats without a place for tools: the last is known only when the text is seen. */
export const TOOL_REASONS = {
  tool_messages: 'tools are called, for which a row has no place, and `export.tool_messages` is `drop`',
  unanswered_call: 'a tool is called and no answer follows, so that nothing is left when calls are folded',
} as const;

/** The reason of formats without a place for a system message. */
export const SYSTEM_REASON = {
  system_message: 'there is a system message, for which a row has no place, and `export.system_messages` is `drop`',
} as const;

/** Whether an example is refused because what it has no place for is not to be folded. */
export function refusedUnfolded(
  { system, tools }: ExampleShape,
  { system_messages, tool_messages }: FormatOptions,
  places: Places,
): keyof typeof TOOL_REASONS | keyof typeof SYSTEM_REASON | undefined {
  if (tools && !places.tools && tool_messages === 'drop') return 'tool_messages';
  return system && !places.system && system_messages === 'drop' ? 'system_message' : undefined;
}

const UNANSWERED: Refusal = { refused: 'unanswered_call' satisfies keyof typeof TOOL_REASONS };

/** The messages with everything folded that has no place; the same list where there is nothing to fold. */
export function folded(messages: readonly Message[], places: Places): readonly Message[] | Refusal {
  const answered = places.tools || !messages.some(isOfTools) ? messages : withoutTools(messages);
  if ('refused' in answered || places.system || !answered.some(({ role }) => role === 'system')) return answered;
  return withoutSystem(answered);
}

/** The system message before the first question, a blank line between them. */
function withoutSystem(messages: readonly Message[]): readonly Message[] {
  const spoken = messages.filter(({ role }) => role !== 'system');
  const first = spoken.findIndex(({ role }) => role === 'user');
  const system = systemText(messages);
  return spoken.map((message, place) =>
    place === first ? { ...message, content: `${system}\n\n${message.content}` } : message,
  );
}

/**
 * Each question with what the tools answered to it, and the last answer to it. What the assistant said on its way there goes
 * with the calls: it announces what nobody sees any more.
 */
function withoutTools(messages: readonly Message[]): readonly Message[] | Refusal {
  const kept: Message[] = [];
  for (const exchange of exchangesIn(messages)) {
    if (!exchange.some(isOfTools)) {
      for (const message of exchange) kept.push(message);
      continue;
    }
    const [question] = exchange;
    const answer = exchange.at(-1);
    if (question?.role !== 'user' || answer?.role !== 'assistant' || isOfTools(answer)) return UNANSWERED;
    const results = exchange.filter(({ role }) => role === 'tool').map(resultText);
    kept.push({ ...question, content: [question.content, ...results].join('\n\n') }, answer);
  }
  return kept;
}

/** The messages cut before each question. */
function exchangesIn(messages: readonly Message[]): Message[][] {
  const exchanges: Message[][] = [];
  for (const message of messages) {
    const last = exchanges.at(-1);
    if (last === undefined || message.role === 'user') exchanges.push([message]);
    else last.push(message);
  }
  return exchanges;
}

function resultText({ name, content }: Message): string {
  return `Result of ${name ?? 'a tool'}: ${content}`;
}
