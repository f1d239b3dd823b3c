import { z } from 'zod';
import type { Column } from './columnType.ts';
import { folded, refusedUnfolded, SYSTEM_REASON, TOOL_REASONS } from './fold.ts';
import type { ConversationFormat, Example } from './format.ts';
import { isoTime } from './isoTime.ts';
import { jsonText } from './jsonText.ts';
import { type Exchange, exchangesOf } from './messages.ts';
import { turnsToMessages } from './readMessages.ts';

const PLACES = { system: false, tools: false } as const;

const COLUMNS: readonly Column[] = [
  { name: 'id', type: 'string' },
  { name: 'timestamp', type: 'string' },
  { name: 'user_message', type: 'string' },
  { name: 'bot_response', type: 'string' },
  { name: 'user_length', type: 'int64' },
  { name: 'bot_length', type: 'int64' },
  { name: 'session_id', type: 'string' },
];

/** A number, or its digits: readers of CSV know nothing but text. */
const count = z.union([z.number(), z.string().regex(/^\d+$/)]);

const csv: ConversationFormat = {
  name: 'csv',
  kind: 'conversations',
  summary: 'one row for each question and answer, for spreadsheets and review',
  extension: 'csv',
  reasons: { ...TOOL_REASONS, ...SYSTEM_REASON },
  schema: z.strictObject({
    id: z.string(),
    timestamp: z.string(),
    user_message: z.string(),
    bot_response: z.string(),
    user_length: count,
    bot_length: count,
    session_id: z.string(),
  }),
  refuses: (example, options) => refusedUnfolded(example, options, PLACES),
  open: () => ({
    columns: COLUMNS,
    rows(example) {
      const messages = folded(example.messages, PLACES);
      if ('refused' in messages) return messages;
      return exchangesOf(messages).map((exchange) => rowText(example, exchange));
    },
  }),
  read({ user_message, bot_response }) {
    if (typeof user_message !== 'string' || typeof bot_response !== 'string') return undefined;
    return {
      messages: turnsToMessages([
        ['user', user_message],
        ['assistant', bot_response],
      ]),
    };
  },
};

export default csv;

/** The rows of one conversation share its id. */
function rowText({ id, timestamp, session = '' }: Example, { user, assistant }: Exchange): string {
  return jsonText({
    id: id.toWellFormed(),
    timestamp: isoTime(timestamp),
    user_message: user,
    bot_response: assistant,
    user_length: codePoints(user),
    bot_length: codePoints(assistant),
    session_id: session.toWellFormed(),
  });
}

/** Characters as people and Python count them: an emoji outside the BMP is one, not two UTF-16 units. */
function codePoints(wellFormed: string): number {
  return wellFormed.length - (wellFormed.match(/[\uD800-\uDBFF]/g)?.length ?? 0);
}
