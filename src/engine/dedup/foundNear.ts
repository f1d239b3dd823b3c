import type { RowPairs } from '../../pipeline/dedup/rowPairs.ts';
import type { SignedRows } from './cannedTexts.ts';

/** A passage that is canned: places in `PASSAGE_KINDS` and `PASSAGE_WORDS`, its code, and how far it reaches at the most. */
export interface CannedPassage {
  readonly kind: number;
  readonly length: number;
  readonly code: number;
  readonly words: number;
}

/** What many conversations begin or end with. */
export interface Canned {
  /** What it was read from: equal for equal conversations. */
  readonly source: string;
  readonly passages: readonly CannedPassage[];
  /** Hashes of its n-grams, ascending. */
  readonly shingles: Uint32Array;
}

/** All that was found out of near duplicates, by row: numbers alone. */
export interface FoundNear {
  /** Candidates, and how similar their texts are. */
  readonly pairs: RowPairs;
  /** The same of pairs that somebody asked for besides. */
  readonly asked: RowPairs;
  /** Rows with which later ones need not be compared. */
  readonly covered: Uint32Array;
  readonly canned: Canned;
  /** Rows of which much is canned. */
  readonly signed: SignedRows;
}

/** What an earlier run found, by the rows of this one. */
export interface EarlierNear extends FoundNear {
  /** By row: 1 for rows that were there. */
  readonly known: Uint8Array;
}
