import type { Decisions } from '../../../pipeline/decisions.ts';
import { bandsFor } from '../../../pipeline/dedup/bands.ts';
import { fewestWords } from '../../../pipeline/dedup/contents.ts';
import { floorOf } from '../../../pipeline/dedup/nearFloor.ts';
import type { DecidePlan } from '../../../pipeline/setStage.ts';
import type { Signal } from '../../../pipeline/signals/signal.ts';
import { SPLITS } from '../../../pipeline/split/assign.ts';
import type { Decided } from '../../decideProject.ts';
import type { PrintPlan } from '../../write/examplePrints.ts';
import type { PreparedPart } from '../prepare.ts';
import { bytesOfItem } from '../writeTasks.ts';
import type { LeakOptions } from './leakFinder.ts';

/** Words of an n-gram: Brown et al. 2020 (GPT-3), appendix C, as `decontaminate.ngram` by default. */
export const LEAK_NGRAM = 13;

/** Ours: of text in which words are short; only the size of a table hangs on it. */
const BYTES_A_WORD = 5;
/**
 * Ours: of so many n-grams of what is held out a table takes 10 MB, and to look up those of train costs a tenth of what
 * printing them does. They are those of some 1,200 examples of 2 KB; of eight times as many one n-gram in eight is looked
 * at, by which a shared run of 30 words is found nine times in ten.
 */
const MOST_NGRAMS = 500_000;

/** How the examples of a kind are compared across splits. */
export interface LeakPlan {
  readonly finder: LeakOptions;
  readonly prints: PrintPlan;
}

/** The split of an element of `part.items`, as a place in `SPLITS`. */
export function splitOfItem(decisions: Decisions, part: PreparedPart): (item: number) => number {
  if (part.kind === 'conversations') return (item) => decisions.split[item] ?? 0;
  const signals: readonly Signal[] = part.selection.signals;
  return (place) => signals[place]?.split ?? 0;
}

/**
 * What is held out before what is learned, in the order of the logs each: rows of train are compared as they come. The
 * files are the same, as each has the rows of one split.
 */
export function heldOutFirst(decisions: Decisions, part: PreparedPart): PreparedPart {
  const splitOf = splitOfItem(decisions, part);
  const heldOut = part.items.filter((item) => splitOf(item) !== 0);
  const items = new Uint32Array(part.items.length);
  items.set(heldOut);
  items.set(
    part.items.filter((item) => splitOf(item) === 0),
    heldOut.length,
  );
  return { ...part, items };
}

/** Nothing where all examples are in one split. */
export function leakPlan({ decisions }: Decided, part: PreparedPart, dedup: DecidePlan['dedup']): LeakPlan | undefined {
  const splitOf = splitOfItem(decisions, part);
  const bytesOf = bytesOfItem(decisions, part);
  const counts = SPLITS.map(() => 0);
  let bytes = 0;
  for (const item of part.items) {
    const split = splitOf(item);
    counts[split] = (counts[split] ?? 0) + 1;
    if (split !== 0) bytes += bytesOf(item);
  }
  if (counts.filter((count) => count > 0).length < 2) return undefined;
  const [learned = 0] = counts;
  const { threshold, ngram: shingle, bands } = dedup.near;
  return {
    finder: {
      heldOut: part.items.length - learned,
      bands: bands ?? bandsFor(threshold),
      floor: floorOf(threshold),
      fewestWords: fewestWords(dedup),
    },
    prints: {
      ...{ shingle, ngram: LEAK_NGRAM, sampled: sampledFor(bytes / BYTES_A_WORD) },
      ...{ shingles: false, canned: shared(decisions.near.canned) },
    },
  };
}

/** The memory of what a task is told moves to its worker; this goes to all of them. */
function shared(values: Uint32Array): Uint32Array {
  const copy = new Uint32Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

/** One n-gram in 2 to the power of this is looked at. */
function sampledFor(ngrams: number): number {
  return Math.max(0, Math.ceil(Math.log2(ngrams / MOST_NGRAMS)));
}
