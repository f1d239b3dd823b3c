import { SIGNATURE_BYTES } from '../../measures/minhash.ts';
import { jaccard } from '../../measures/shingles.ts';
import { bandsFor } from '../../pipeline/dedup/bands.ts';
import { floorOf } from '../../pipeline/dedup/nearFloor.ts';
import { NearIndex } from '../../pipeline/dedup/nearIndex.ts';
import type { AllRows, PrintedFile } from './allRows.ts';
import type { RowShingles } from './rowShingles.ts';

/** As `dedup.near` of the config by default: where edits of one prompt end and other prompts begin, and fewer words say too little. */
const THRESHOLD = 0.8;
const FEWEST_WORDS = 20;

/** Rows of different splits, by their places in all rows; the other comes first there. */
export interface RowPair {
  readonly place: number;
  readonly other: number;
}

/** Pairs of rows in different splits that may be near duplicates, by their signatures. */
export function nearCandidates(all: AllRows): RowPair[] {
  const { files } = all;
  const signed = files.every(({ prints }) => prints.signatures.length === prints.line.length * SIGNATURE_BYTES);
  if (!signed || new Set(files.map(({ split }) => split)).size < 2) return [];
  const heldOut = files.filter(({ split }) => split === 'val' || split === 'test');
  const rows = heldOut.reduce((sum, { prints }) => sum + prints.line.length, 0);
  const index = new NearIndex(rows, bandsFor(THRESHOLD), floorOf(THRESHOLD));
  const places: number[] = [];
  const pairs: RowPair[] = [];
  const compare = (file: PrintedFile, isHeldOut: boolean): void => {
    const start = all.startOf(file);
    for (let row = 0; row < file.prints.line.length; row++) {
      if ((file.prints.words[row] ?? 0) < FEWEST_WORDS) continue;
      const place = start + row;
      const signature = file.prints.signatures.subarray(row * SIGNATURE_BYTES, (row + 1) * SIGNATURE_BYTES);
      for (const found of index.find(signature)) {
        const other = places[found] ?? 0;
        if (all.at(other).file.split === file.split) continue;
        pairs.push({ place: Math.max(place, other), other: Math.min(place, other) });
      }
      if (isHeldOut) places[index.add(signature)] = place;
    }
  };
  for (const file of heldOut) compare(file, true);
  for (const file of files) if (file.split === 'train') compare(file, false);
  return pairs.sort((one, other) => one.place - other.place || one.other - other.other);
}

/** Those of the pairs whose texts are as similar as the threshold: the share of n-grams that both have. */
export function nearPairs(candidates: readonly RowPair[], all: AllRows, shingles: RowShingles): RowPair[] {
  return candidates.filter(({ place, other }) => {
    const [one, two] = [all.at(place), all.at(other)];
    // Where several rows stand on one line, it is the line that is told.
    return shingles
      .of(one.file.file, one.line)
      .some((own) => shingles.of(two.file.file, two.line).some((theirs) => jaccard(own, theirs) >= THRESHOLD));
  });
}
