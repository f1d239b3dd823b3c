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
    for (const [place, { role, content }] of messages.entries()) {
      text.add(`${place === 0 ? '[' : ','}{"role":"${role}","content":`);
      text.addJsonString(content);
      text.add('}');
    }
    text.add(messages.length === 0 ? '[]' : ']');
    written = messages;
  }
  return text.bytes();
}

/** The same as a piece of a row: well-formed, on one line. */
export function messagesInRow(messages: readonly Message[]): string | Uint8Array {
  const clean = messages.every(({ content }) => content.isWellFormed() && !hasUnicodeLineEnd(content));
  return clean ? messagesJson(messages) : jsonText(plainMessages(messages));
}
