import { z } from 'zod';
import type { FacetName } from '../pipeline/conversation.ts';
import { FACET_NAMES } from '../pipeline/conversation.ts';
import { toolDefinitions } from '../pipeline/toolCalls.ts';
import { chatMessages, toolsColumn } from './chatSchema.ts';
import type { Column } from './columnType.ts';
import type { ConversationFormat, Example, ExportShape, FormatOptions, Row } from './format.ts';
import { isoTime } from './isoTime.ts';
import { jsonText } from './jsonText.ts';
import { readMessages } from './readMessages.ts';
import { hasTools, messagesPiece, messagesType, toolsColumnOf, toolsInRow } from './toolMessages.ts';

const json: ConversationFormat = {
  name: 'json',
  kind: 'conversations',
  summary:
    'one array of whole conversations with time, pseudonyms, labels and rating, for analysis and for reading back',
  extension: 'json',
  reasons: {},
  schema: z.looseObject({ messages: chatMessages, tools: toolsColumn.optional() }),
  refuses: () => undefined,
  open: (shape, options) => ({
    columns: columnsOf(shape, options),
    rows: (example) => (example.messages.length === 0 ? [] : [conversationRow(example, shape, options)]),
  }),
  read({ messages, tools }) {
    const read = readMessages(messages);
    const definitions = toolDefinitions(tools);
    return read === undefined
      ? undefined
      : { messages: read, ...(definitions !== undefined && { tools: definitions }) };
  },
};

export default json;

function columnsOf(shape: ExportShape, options: FormatOptions): Column[] {
  const tools: Column[] = hasTools(shape) ? [toolsColumnOf(options)] : [];
  return [
    { name: 'id', type: 'string' },
    { name: 'timestamp', type: 'string' },
    { name: 'session_hash', type: 'string' },
    { name: 'user_hash', type: 'string' },
    { name: 'messages', type: messagesType(shape) },
    ...tools,
    ...FACET_NAMES.map((name): Column => ({ name, type: 'string' })),
    { name: 'rating', type: 'float64' },
  ];
}

/**
 * The names are those that `curate` accepts in a log, so that the file can be read in again; those of ids say that they came
 * hashed, so that they are not hashed twice. Absent is `""`, never null.
 */
function conversationRow(example: Example, shape: ExportShape, options: FormatOptions): Row {
  const identity = jsonText({
    id: example.id.toWellFormed(),
    timestamp: isoTime(example.timestamp),
    session_hash: (example.session ?? '').toWellFormed(),
    user_hash: (example.user ?? '').toWellFormed(),
  });
  const facets = jsonText(facetTexts(example));
  return [
    `${identity.slice(0, -1)},"messages":`,
    messagesPiece(example.messages, shape, options),
    `${toolsInRow(example.tools, shape, options)},${facets.slice(1, -1)},"rating":${decimal(example.rating)}}`,
  ];
}

function facetTexts({ facets }: Example): Partial<Record<FacetName, string>> {
  const texts: Partial<Record<FacetName, string>> = {};
  for (const name of FACET_NAMES) texts[name] = (facets[name] ?? '').toWellFormed();
  return texts;
}

/**
 * A rating from 1 to 5, or 0.0 where nobody rated, always with a decimal point: readers take the column's type from
 * the first rows, and a column that began with whole numbers cannot hold the 4.5 that comes later.
 */
function decimal(rating: number | undefined): string {
  if (rating === undefined || !Number.isFinite(rating)) return '0.0';
  return Number.isInteger(rating) ? rating.toFixed(1) : String(rating);
}
