import type { Message } from '../pipeline/conversation.ts';
import { jsonText } from './jsonText.ts';
import { exchangesOf } from './messages.ts';
import { contentsInRow, type JsonPiece } from './messagesJson.ts';

/** A question and its answer as JSON strings. */
export interface ExchangeInRow {
  readonly user: JsonPiece;
  readonly assistant: JsonPiece;
}

/** What `exchangesOf` gives, as pieces of a row; they hold as long as `contentsInRow` says. */
export function exchangesInRow(messages: readonly Message[]): ExchangeInRow[] {
  const first = messages.findIndex(({ role }) => role !== 'system');
  if (first === -1) return [];
  if (!takesTurns(messages, first))
    return exchangesOf(messages).map(({ user, assistant }) => ({
      user: jsonText(user),
      assistant: jsonText(assistant),
    }));
  const contents = contentsInRow(messages);
  const exchanges: ExchangeInRow[] = [];
  for (let place = first; place < messages.length; place += 2)
    exchanges.push({ user: contents[place] ?? '""', assistant: contents[place + 1] ?? '""' });
  return exchanges;
}

/** Whether from `first` on every message of the user is answered by one of the assistant, and nobody else speaks. */
function takesTurns(messages: readonly Message[], first: number): boolean {
  for (let place = first; place < messages.length; place++) {
    if (messages[place]?.role !== ((place - first) % 2 === 0 ? 'user' : 'assistant')) return false;
  }
  return (messages.length - first) % 2 === 0;
}
