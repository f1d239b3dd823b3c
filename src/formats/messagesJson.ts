import type { Message } from '../pipeline/conversation.ts';
import { hasUnicodeLineEnd, jsonText } from './jsonText.ts';
import { plainMessages } from './messages.ts';
import { TextBytes } from './textBytes.ts';

/** JSON in a row: text, or UTF-8 that holds until the rows of another example are made. */
export type JsonPiece = string | Uint8Array;

const text = new TextBytes();
let written: readonly Message[] | undefined;
/** Where the content of each message begins in `text`, and where it ends, one after the other. */
let places: number[] = [];
let pieces: readonly JsonPiece[] | undefined;

/**
 * Messages as a JSON array of `{"role","content"}` in UTF-8, as they are; the bytes hold until other messages come.
 * This is the largest part of a row's cost, and provenance and several formats want it of the same messages one after
 * the other, so it is done once for all of them.
 */
export function messagesJson(messages: readonly Message[]): Uint8Array {
  if (written !== messages) {
    text.clear();
    places = [];
    pieces = undefined;
    for (const [place, message] of messages.entries()) {
      text.add(`${place === 0 ? '[' : ','}{"role":"${message.role}","content":`);
      places.push(text.length);
      text.addJsonString(message.content);
      places.push(text.length);
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
export function messagesInRow(messages: readonly Message[]): JsonPiece {
  const spoken = messages.every(isSpoken);
  const clean = spoken && contentsInRow(messages).every((piece) => typeof piece !== 'string');
  return clean ? messagesJson(messages) : jsonText(plainMessages(messages));
}

function isSpoken({ tool_calls, tool_call_id, name }: Message): boolean {
  return tool_calls === undefined && tool_call_id === undefined && name === undefined;
}

/** The content of each message as a JSON string: well-formed, on one line. Made once for all formats, as `messagesJson` is. */
export function contentsInRow(messages: readonly Message[]): readonly JsonPiece[] {
  const bytes = messagesJson(messages);
  pieces ??= messages.map(({ content }, place) =>
    content.isWellFormed() && !hasUnicodeLineEnd(content)
      ? bytes.subarray(places[2 * place], places[2 * place + 1])
      : jsonText(content.toWellFormed()),
  );
  return pieces;
}

/** What stands between the quotes of a JSON string, to be joined with more text. */
export function insideQuotes(piece: JsonPiece): JsonPiece {
  return typeof piece === 'string' ? piece.slice(1, -1) : piece.subarray(1, -1);
}
