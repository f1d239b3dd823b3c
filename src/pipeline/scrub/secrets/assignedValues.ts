/** The value that something is set to, in UTF-16 units, end exclusive. */
export interface AssignedValue {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** Longest value. Ours: longer ones are files. */
const MAX_VALUE = 512;

/** Spaces, emphasis of Markdown, the prefixes of Python's and C#'s strings, an opening quotation mark. */
const OPENING = /[ \t]{0,4}(?:\*{1,2} ?)?(?:[bfrubFRUB@$]?(\\?["'`])|[“„«]|)/y;
const QUOTED: Readonly<Record<string, RegExp>> = {
  '"': new RegExp(`[^"\\n\\r]{1,${MAX_VALUE}}(?=")`, 'y'),
  "'": new RegExp(`[^'\\n\\r]{1,${MAX_VALUE}}(?=')`, 'y'),
  '`': new RegExp(`[^\`\\n\\r]{1,${MAX_VALUE}}(?=\`)`, 'y'),
};
/** Up to white space, a quotation mark, what ends a value in connection strings, queries and markup, or the next Chinese word. */
const BARE = new RegExp(`[^\\s"'\`“”„«»<>;&|\\\\\\u3000-\\u9fff\\uac00-\\ud7af]{1,${MAX_VALUE}}`, 'y');
/** Signs of the sentence or the list that a value stands in; many a password ends with an exclamation mark. */
const TRAILING = /[.,;:?*)\]}]+$/;

/** The value that begins behind the operator that ends at `from`: quoted, or up to the next space; none on the next line. */
export function assignedValueAt(text: string, from: number): AssignedValue | undefined {
  OPENING.lastIndex = from;
  const quote = OPENING.exec(text)?.[1];
  const start = OPENING.lastIndex;
  if (quote !== undefined) return quotedAt(text, start, quote);
  BARE.lastIndex = start;
  const bare = BARE.exec(text)?.[0];
  if (bare === undefined) return undefined;
  const value = bare.replace(TRAILING, '');
  return value === '' ? undefined : { start, end: start + value.length, quoted: false };
}

/** In a string within a string both quotation marks are escaped. */
function quotedAt(text: string, start: number, quote: string): AssignedValue | undefined {
  const pattern = QUOTED[quote.slice(-1)];
  if (pattern === undefined) return undefined;
  pattern.lastIndex = start;
  const value = pattern.exec(text)?.[0];
  if (value === undefined) return undefined;
  const length = quote.length === 2 && value.endsWith('\\') ? value.length - 1 : value.length;
  return length === 0 ? undefined : { start, end: start + length, quoted: true };
}
