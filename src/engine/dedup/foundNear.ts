import type { CannedPassage } from '../../pipeline/dedup/canned.ts';
import type { RowPairs } from '../../pipeline/dedup/rowPairs.ts';
import type { SignedRows } from './cannedTexts.ts';

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
  /** Some pairs were not looked at, as what they belong to is too large. */
  readonly isLimited: boolean;
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
