import type { FacetName } from '../pipeline/conversation.ts';
import { FACET_NAMES } from '../pipeline/conversation.ts';
import { type Column, MESSAGES } from './columnType.ts';
import type { Example, Format, Row } from './format.ts';
import { isoTime } from './isoTime.ts';
import { jsonText } from './jsonText.ts';
import { messagesInRow } from './messagesJson.ts';

const COLUMNS: readonly Column[] = [
  { name: 'id', type: 'string' },
  { name: 'timestamp', type: 'string' },
  { name: 'session_hash', type: 'string' },
  { name: 'user_hash', type: 'string' },
  { name: 'messages', type: MESSAGES },
  ...FACET_NAMES.map((name): Column => ({ name, type: 'string' })),
  { name: 'rating', type: 'float64' },
];

const json: Format = {
  name: 'json',
  summary:
    'one array of whole conversations with time, pseudonyms, labels and rating, for analysis and for reading back',
  extension: 'json',
  reasons: {},
  refuses: () => undefined,
  open: () => ({
    frame: { head: '[\n', between: ',\n', tail: '\n]\n' },
    columns: COLUMNS,
    rows: (example) => (example.messages.length === 0 ? [] : [conversationRow(example)]),
  }),
};

export default json;

/**
 * The names are those that `curate` accepts in a log, so that the file can be read in again; those of ids say that they came
 * hashed, so that they are not hashed twice. Absent is `""`, never null.
 */
function conversationRow(example: Example): Row {
  const identity = jsonText({
    id: example.id.toWellFormed(),
    timestamp: isoTime(example.timestamp),
    session_hash: (example.session ?? '').toWellFormed(),
    user_hash: (example.user ?? '').toWellFormed(),
  });
  const facets = jsonText(facetTexts(example));
  return [
    `${identity.slice(0, -1)},"messages":`,
    messagesInRow(example.messages),
    `,${facets.slice(1, -1)},"rating":${decimal(example.rating)}}`,
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
