import { type Guarded, isCount, isListOf, isObjectOf, isText } from './guards.ts';

const isJoinedFile = isObjectOf<JoinedFile>({ file: isText, sha256: isText, rows: isCount });

/** A file that took part. */
export interface JoinedFile {
  /** Hash of its name. */
  readonly file: string;
  /** SHA-256, in hexadecimal, of the bytes that hold the rows. */
  readonly sha256: string;
  readonly rows: number;
}

const isPassage = isObjectOf<{ kind: number; length: number; code: number; words: number }>({
  kind: isCount,
  length: isCount,
  code: isCount,
  words: isCount,
});

const isCanned = isObjectOf<{ source: string; passages: Guarded<typeof isPassage>[] }>({
  source: isText,
  passages: isListOf(isPassage),
});

const isHeader = isObjectOf<{
  /** The version of the code, the settings of the record stages, and those of dedup. */
  readonly code: string;
  readonly settings: string;
  readonly dedup: string;
  /** Rows are counted through all files, in this order. */
  readonly files: readonly JoinedFile[];
  /** 1 when some pairs were not looked at. */
  readonly limited: number;
  /** What is canned, as in `Canned`, but for its n-grams. */
  readonly canned: Guarded<typeof isCanned>;
  /** How many values the columns have. */
  readonly pairs: number;
  readonly asked: number;
  readonly covered: number;
  readonly signed: number;
  readonly shingles: number;
}>({
  code: isText,
  settings: isText,
  dedup: isText,
  files: isListOf(isJoinedFile),
  limited: isCount,
  canned: isCanned,
  pairs: isCount,
  asked: isCount,
  covered: isCount,
  signed: isCount,
  shingles: isCount,
});

/** What stands before the columns of kept pairs. */
export type JoinsHeader = Guarded<typeof isHeader>;

/** The header in `json`, or `undefined` when it is none. */
export function parseJoinsHeader(json: Uint8Array): JoinsHeader | undefined {
  try {
    const header: unknown = JSON.parse(Buffer.from(json).toString());
    return isHeader(header) ? header : undefined;
  } catch {
    return undefined;
  }
}
