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

const isHeader = isObjectOf<{
  /** The version of the code, the settings of the record stages, and those of dedup. */
  readonly code: string;
  readonly settings: string;
  readonly dedup: string;
  /** Rows are counted through all files, in this order. */
  readonly files: readonly JoinedFile[];
  /** How many joins there are. */
  readonly joins: number;
}>({ code: isText, settings: isText, dedup: isText, files: isListOf(isJoinedFile), joins: isCount });

/** What stands before the columns of kept joins. */
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
