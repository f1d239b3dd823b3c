import { rewriteJsonTexts } from '../measures/jsonTexts.ts';
import type { Conversation, Message, ToolCall } from './conversation.ts';

/**
 * Applies `rewrite` to every text of a conversation: contents, what tools are called with, and the definitions of tools.
 * Returns the same object when nothing changed.
 * @param rewrite is told the position of the message; of a definition that of the first
 */
export function rewriteTexts(
  conversation: Conversation,
  rewrite: (text: string, position: number) => string,
): Conversation {
  let changed: Message[] | undefined;
  for (const [position, message] of conversation.messages.entries()) {
    const after = rewriteMessage(message, (text) => rewrite(text, position));
    if (after === message) continue;
    changed ??= [...conversation.messages];
    changed[position] = after;
  }
  const { tools } = conversation;
  const rewritten = tools === undefined ? undefined : rewriteJsonTexts(tools, (text) => rewrite(text, 0));
  if (changed === undefined && rewritten === tools) return conversation;
  return { ...conversation, messages: changed ?? conversation.messages, tools: rewritten };
}

function rewriteMessage(message: Message, rewrite: (text: string) => string): Message {
  const content = rewrite(message.content);
  const calls = message.tool_calls?.map((call) => rewriteCall(call, rewrite));
  const sameCalls = calls === undefined || calls.every((call, place) => call === message.tool_calls?.[place]);
  if (content === message.content && sameCalls) return message;
  return { ...message, content, ...(calls !== undefined && { tool_calls: calls }) };
}

function rewriteCall(call: ToolCall, rewrite: (text: string) => string): ToolCall {
  const rewritten = rewriteJsonTexts(call.arguments, rewrite);
  return rewritten === call.arguments ? call : { ...call, arguments: rewritten };
}
