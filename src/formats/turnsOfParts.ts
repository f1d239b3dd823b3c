import type { Message, Role } from '../pipeline/conversation.ts';
import { contentsInRow, type JsonPiece } from './messagesJson.ts';

/** Names that a service has in a turn whose text is a list of parts. */
export interface TurnOfParts {
  readonly role: (role: Role) => string;
  /** The key of the list. */
  readonly parts: string;
}

/** Turns of a conversation without tools as a list of `{"role", "<parts>": [{"text"}]}`; system messages stand elsewhere. */
export function turnsOfParts(messages: readonly Message[], { role: nameOf, parts }: TurnOfParts): JsonPiece[] {
  const contents = contentsInRow(messages);
  const row: JsonPiece[] = [];
  for (const [place, { role }] of messages.entries()) {
    if (role === 'system') continue;
    const opening = `{"role":"${nameOf(role)}","${parts}":[{"text":`;
    row.push(row.length === 0 ? `[${opening}` : `}]},${opening}`, contents[place] ?? '""');
  }
  row.push('}]}]');
  return row;
}
