import { orderBy } from '../../measures/order.ts';
import { placesWhere } from '../../measures/repeats.ts';
import type { Digest } from '../digest.ts';
import type { DecidePlan } from '../setStage.ts';
import { type Clusters, clusterEntries, type Entries, type Joins, type KnownJoins } from './cluster.ts';

/** Joins found in an earlier run, by row, with the rows that took part in it. */
export interface EarlierJoins extends Joins {
  /** By row: 1 for rows that were there. */
  readonly known: Uint8Array;
}

/** Duplicates among the rows that the record stages keep; everything by row. */
export type RowClusters = Clusters;

/** Ours: a signature keeps 8 bits of a minimum, so unlike texts of a single n-gram agree once in 256, of four hardly ever. */
const FEWEST_NGRAMS = 4;

/** Fewest words of a text whose signature says something. */
export function fewestWords({ near: { min_words, ngram } }: DecidePlan['dedup']): number {
  return Math.max(min_words, ngram + FEWEST_NGRAMS - 1);
}

/**
 * Clusters all rows that the record stages keep, in the order of time, whatever became of them since: late feedback, a
 * period or a session must not move others to another cluster. A function of the digest and of `dedup` alone, so what an
 * earlier run found of older rows still holds.
 */
export function clusterRows(digest: Digest, dedup: DecidePlan['dedup'], earlier?: EarlierJoins): RowClusters {
  const order = keptInTimeOrder(digest);
  const options = { exact: dedup.exact, near: dedup.near.enabled, threshold: dedup.near.threshold };
  const known = earlier === undefined ? undefined : settledJoins(digest.count, order, earlier);
  const { leader, similarity, joins } = clusterEntries(entriesOf(digest, order, fewestWords(dedup)), options, known);
  const rowOf = (place: number): number => order[place] ?? 0;
  const leaderOfRow = new Uint32Array(digest.count);
  const similarityOfRow = new Float32Array(digest.count).fill(1);
  for (let row = 0; row < digest.count; row++) leaderOfRow[row] = row;
  for (let place = 0; place < order.length; place++) {
    leaderOfRow[rowOf(place)] = rowOf(leader[place] ?? 0);
    similarityOfRow[rowOf(place)] = similarity[place] ?? 1;
  }
  const byRow = { entry: joins.entry.map(rowOf), leader: joins.leader.map(rowOf), similarity: joins.similarity };
  return { leader: leaderOfRow, similarity: similarityOfRow, joins: byRow };
}

function keptInTimeOrder({ count, rows }: Digest): Uint32Array {
  const kept = placesWhere(count, (row) => rows.verdict[row] === 0);
  const times = new Float64Array(kept.length);
  for (let place = 0; place < kept.length; place++) times[place] = rows.timestamp[kept[place] ?? 0] ?? Number.NaN;
  const order = orderBy(times);
  for (let place = 0; place < order.length; place++) order[place] = kept[order[place] ?? 0] ?? 0;
  return order;
}

function entriesOf({ rows }: Digest, order: Uint32Array, fewest: number): Entries {
  const content = new Float64Array(order.length);
  const signature = new Int32Array(order.length);
  for (let place = 0; place < order.length; place++) {
    const row = order[place] ?? 0;
    content[place] = rows.compared[row] ?? 0;
    signature[place] = (rows.words[row] ?? 0) >= fewest ? row : -1;
  }
  return { content, signature, signatures: rows.signatures };
}

/** The joins of the rows before the first one that is new: from there on everything is looked at again. */
function settledJoins(count: number, order: Uint32Array, { known, ...joins }: EarlierJoins): KnownJoins {
  let settled = 0;
  while (settled < order.length && known[order[settled] ?? 0] === 1) settled++;
  const placeOf = new Uint32Array(count);
  for (let place = 0; place < order.length; place++) placeOf[order[place] ?? 0] = place;
  const places = joins.entry.map((row) => placeOf[row] ?? 0);
  const still = placesWhere(places.length, (at) => (places[at] ?? 0) < settled);
  return {
    settled,
    entry: still.map((at) => places[at] ?? 0),
    leader: still.map((at) => placeOf[joins.leader[at] ?? 0] ?? 0),
    similarity: Float32Array.from(still, (at) => joins.similarity[at] ?? 1),
  };
}
