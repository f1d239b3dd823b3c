import {
  type Guard,
  type Guarded,
  isCount,
  isEither,
  isFlag,
  isListOf,
  isNumber,
  isObjectOf,
  isText,
  isWord,
} from './guards.ts';

const isSha256: Guard<string> = (value): value is string => isText(value) && /^[0-9a-f]{64}$/.test(value);

const isTexts = isListOf(isText);
/** The first label is that of records without any, so there is one always. */
const isLabels: Guard<string[]> = (value): value is string[] => isTexts(value) && value.length > 0;

/** What stands before the columns of a kept digest. A field that is missing or odd makes the whole file worthless. */
const isHeader = isObjectOf({
  /** The version of the code that made it, and the settings of the record stages it was made with. */
  code: isText,
  settings: isText,
  /** The raw file as it was when it was surveyed. */
  source: isObjectOf({
    bytes: isCount,
    modified: isNumber,
    changed: isNumber,
    inode: isNumber,
    newest: isFlag,
  }),
  /** When it was surveyed, in milliseconds since the epoch. */
  surveyed: isNumber,
  /** The digest holds the records that begin before this byte; the rest of the file is read anew. */
  covered: isCount,
  /** SHA-256 of those bytes, in hexadecimal. */
  sha256: isSha256,
  counts: isObjectOf({ lines: isCount, blank: isCount, pending: isCount, malformed: isCount, records: isCount }),
  quarantine: isObjectOf({ count: isCount, reasons: isTexts }),
  content: isEither(
    isObjectOf({ kind: isWord('feedback'), count: isCount }),
    isObjectOf({
      kind: isWord('conversations'),
      count: isCount,
      exchanges: isCount,
      labels: isObjectOf({
        language: isLabels,
        intent: isLabels,
        framework: isLabels,
        complexity: isLabels,
        model: isLabels,
        source: isLabels,
        context: isLabels,
      }),
      changed: isListOf(isCount),
      cut: isListOf(isCount),
    }),
  ),
});

export type DigestHeader = Guarded<typeof isHeader>;

/** The header in `json`, or `undefined` when it is none. */
export function parseHeader(json: Uint8Array): DigestHeader | undefined {
  try {
    const found: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
    return isHeader(found) ? found : undefined;
  } catch {
    return undefined;
  }
}
