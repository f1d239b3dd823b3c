import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { Column } from './columnType.ts';
import type { ConversationFormat, Example } from './format.ts';
import { isoTime } from './isoTime.ts';
import { exchangesOf } from './messages.ts';
import { turnsToMessages } from './readMessages.ts';

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
  summary: 'one row for each question and answer, for spreadsheets and review; system messages have no column',
  extension: 'csv',
  reasons: { tool_messages: 'the conversation has tool messages, for which a CSV row has no place' },
  schema: z.strictObject({
    id: z.string(),
    timestamp: z.string(),
    user_message: z.string(),
    bot_response: z.string(),
    user_length: count,
    bot_length: count,
    session_id: z.string(),
  }),
  refuses: ({ tools }) => (tools ? 'tool_messages' : undefined),
  open: (_shape, { escape_formulas }) => ({
    frame: { head: `${COLUMNS.map(({ name }) => name).join(',')}\n`, between: '\n', tail: '\n' },
    columns: COLUMNS,
    rows: (example) => cells(example).map((row) => rowText(row, escape_formulas)),
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

/** One row an exchange; the rows of one conversation share its id. */
function cells(example: Example): (string | number)[][] {
  const id = example.id.toWellFormed();
  const session = (example.session ?? '').toWellFormed();
  return exchangesOf(example.messages).map(({ user, assistant }) => [
    id,
    isoTime(example.timestamp),
    user,
    assistant,
    codePoints(user),
    codePoints(assistant),
    session,
  ]);
}

function rowText(row: (string | number)[], escape_formulas: boolean): string {
  // Without `quote_record_delimiter` a lone CR stays unquoted, and pandas ends the row there.
  return stringify([row], { eof: false, record_delimiter: '\n', quote_record_delimiter: true, escape_formulas });
}

/** Characters as people and Python count them: an emoji outside the BMP is one, not two UTF-16 units. */
function codePoints(wellFormed: string): number {
  return wellFormed.length - (wellFormed.match(/[\uD800-\uDBFF]/g)?.length ?? 0);
}
