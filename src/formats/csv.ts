import { z } from 'zod';
import type { Column } from './columnType.ts';
import { csvCell } from './csvCell.ts';
import { folded, refusedUnfolded, SYSTEM_REASON, TOOL_REASONS } from './fold.ts';
import type { ConversationFormat, Example } from './format.ts';
import { isoTime } from './isoTime.ts';
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

/**
 * RFC 4180, but for lines that end in LF: every reader takes it, and files stay the same on every system. Line breaks
 * inside a cell stand raw between quotes. No byte-order mark: it would become part of the first column's name.
 */
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
  open: (_shape, { escape_formulas }) => ({
    frame: { head: `${COLUMNS.map(({ name }) => name).join(',')}\n`, between: '\n', tail: '\n' },
    columns: COLUMNS,
    rows(example) {
      const messages = folded(example.messages, PLACES);
      if ('refused' in messages) return messages;
      return exchangesOf(messages).map((exchange) => rowText(example, exchange, escape_formulas));
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
function rowText({ id, timestamp, session = '' }: Example, { user, assistant }: Exchange, disarmed: boolean): string {
  return [
    csvCell(id.toWellFormed(), disarmed),
    isoTime(timestamp),
    csvCell(user, disarmed),
    csvCell(assistant, disarmed),
    codePoints(user),
    codePoints(assistant),
    csvCell(session.toWellFormed(), disarmed),
  ].join(',');
}

/** Characters as people and Python count them: an emoji outside the BMP is one, not two UTF-16 units. */
function codePoints(wellFormed: string): number {
  return wellFormed.length - (wellFormed.match(/[\uD800-\uDBFF]/g)?.length ?? 0);
}
