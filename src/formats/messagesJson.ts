import type { Message } from '../pipeline/conversation.ts';
import { hasUnicodeLineEnd, jsonText } from './jsonText.ts';
import { plainMessages } from './messages.ts';
import { TextBytes } from './textBytes.ts';

const text = new TextBytes();
let written: readonly Message[] | undefined;

/**
 * Messages as a JSON array of `{"role","content"}` in UTF-8, as they are; the bytes hold until other messages come.
 * This is the largest part of a row's cost, and provenance and several formats want it of the same messages one after
 * the other, so it is done once for all of them.
 */
export function messagesJson(messages: readonly Message[]): Uint8Array {
  if (written !== messages) {
    text.clear();
    for (const [place, message] of messages.entries()) {
      text.add(`${place === 0 ? '[' : ','}{"role":"${message.role}","content":`);
      text.addJsonString(message.content);
      text.add(`${toolKeys(message)}}`);
    }
    text.add(messages.length === 0 ? '[]' : ']');
    written = messages;
  }
  return text.bytes();
}

/** What a message has to do with tools, as further keys. */
function toolKeys({ tool_calls, tool_call_id, name }: Message): string {
  if (tool_calls === undefined && tool_call_id === undefined && name === undefined) return '';
  return `,${JSON.stringify({ tool_calls, tool_call_id, name }).slice(1, -1)}`;
}

/** The same as a piece of a row, without what they have to do with tools: well-formed, on one line. */
export function messagesInRow(messages: readonly Message[]): string | Uint8Array {
  const clean = messages.every(isPlain);
  return clean ? messagesJson(messages) : jsonText(plainMessages(messages));
}

function isPlain({ content, tool_calls, tool_call_id, name }: Message): boolean {
  const spoken = tool_calls === undefined && tool_call_id === undefined && name === undefined;
  return spoken && content.isWellFormed() && !hasUnicodeLineEnd(content);
}
