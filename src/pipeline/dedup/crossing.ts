import { similarityFrom } from '../../measures/minhash.ts';
import { SPLITS } from '../split/assign.ts';
import { type BandGroups, bandGroups } from './bands.ts';
import type { CandidateOptions } from './candidates.ts';
import { PairList, type RowPairs } from './rowPairs.ts';

const TRAIN = SPLITS.indexOf('train');

/**
 * Pairs of rows in different splits that may resemble each other. Of thousands that all do `findCandidates` does not look
 * at every pair, and it may be just one of the others that is left in train.
 * @param rows of the signatures: those that go out, each content once
 * @param splits by place: a place in `SPLITS`
 */
export function crossingCandidates(
  rows: Uint32Array,
  splits: Uint8Array,
  signatures: Uint8Array,
  { bands, floor }: Pick<CandidateOptions, 'bands' | 'floor'>,
): RowPairs {
  const heldOut = splits.map((split) => (split === TRAIN ? 0 : 1));
  const pairs = new PairList();
  if (!heldOut.includes(1)) return pairs.finish();
  const groups = bandGroups(rows, signatures, bands, heldOut);
  const members = membersOf(groups, rows.length);
  const met = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place++) {
    if (heldOut[place] !== 1) continue;
    for (let at = groups.start[place] ?? 0; at < (groups.start[place + 1] ?? 0); at++) {
      for (const other of members[groups.group[at] ?? 0] ?? []) {
        // Of two that are held out the later one finds the earlier.
        if (splits[other] === splits[place] || (heldOut[other] === 1 && other > place)) continue;
        if (met[other] === place + 1) continue;
        met[other] = place + 1;
        const estimate = similarityFrom(floor, signatures, rows[place] ?? 0, rows[other] ?? 0);
        if (estimate > 0) pairs.add(rows[other] ?? 0, rows[place] ?? 0, estimate);
      }
    }
  }
  return pairs.finish();
}

/** By group: the places in it, ascending. */
function membersOf({ start, group, count }: BandGroups, places: number): readonly number[][] {
  const members = Array.from({ length: count }, (): number[] => []);
  for (let place = 0; place < places; place++)
    for (let at = start[place] ?? 0; at < (start[place + 1] ?? 0); at++) members[group[at] ?? 0]?.push(place);
  return members;
}
