import { identity } from '../../measures/order.ts';
import { forEachRepeat, placesWhere } from '../../measures/repeats.ts';
import { nearLeaders } from './near.ts';

/** What duplicates are looked for among: entries in the order of time, the earliest first. */
export interface Entries {
  /** Hash of the normalised content of each entry. */
  readonly content: Float64Array;
  /** Row of each entry's signature in `signatures`; -1 for entries that are compared exactly only. */
  readonly signature: Int32Array;
  readonly signatures: Uint8Array;
}

export interface ClusterOptions {
  readonly exact: boolean;
  readonly near: boolean;
  readonly threshold: number;
}

/** Entries that resemble an earlier one without being a copy: for each its leader, and how similar it is to it. */
export interface Joins {
  readonly entry: Uint32Array;
  readonly leader: Uint32Array;
  readonly similarity: Float32Array;
}

/** The joins of the first `settled` entries, found in an earlier run: later entries never change them. */
export interface KnownJoins extends Joins {
  readonly settled: number;
}

export interface Clusters {
  /** For each entry the earliest entry that it is a duplicate of; itself when there is none. */
  readonly leader: Uint32Array;
  /** Similarity of each entry to its leader, 0 to 1; 1 for exact duplicates. */
  readonly similarity: Float32Array;
  readonly joins: Joins;
}

const NO_JOINS: Joins = { entry: new Uint32Array(0), leader: new Uint32Array(0), similarity: new Float32Array(0) };

/**
 * Finds duplicates by leaders: in the order of time every entry joins the earliest leader that it resembles, or becomes
 * a leader. A member resembles its leader itself, never only a neighbour, so clusters do not grow into chains; and what
 * comes later never changes what was decided of earlier entries.
 */
export function clusterEntries(
  entries: Entries,
  { exact, near, threshold }: ClusterOptions,
  known?: KnownJoins,
): Clusters {
  const count = entries.content.length;
  const leader = identity(count);
  const similarity = new Float32Array(count).fill(1);
  if (exact || near) {
    forEachRepeat(entries.content, (places, start, end) => {
      for (let i = start + 1; i < end; i++) leader[places[i] ?? 0] = places[start] ?? 0;
    });
  }
  if (!near) return { leader, similarity, joins: NO_JOINS };
  const joins = joined(known ?? NO_JOINS, newJoins(entries, leader, threshold, known));
  follow(joins, leader, similarity);
  return { leader, similarity, joins };
}

/** The joins of what is not settled yet: only pairs with at least one such entry are looked at. */
function newJoins(entries: Entries, first: Uint32Array, threshold: number, known: KnownJoins | undefined): Joins {
  const settled = known?.settled ?? 0;
  const follows = new Uint8Array(settled);
  for (const entry of known?.entry ?? []) follows[entry] = 1;
  const compared = placesWhere(
    first.length,
    (entry) => first[entry] === entry && (entries.signature[entry] ?? -1) >= 0 && follows[entry] !== 1,
  );
  if ((compared.at(-1) ?? -1) < settled) return NO_JOINS;
  const rows = compared.map((entry) => entries.signature[entry] ?? 0);
  const fresh = settled === 0 ? undefined : new Uint8Array(compared.length);
  fresh?.fill(
    1,
    compared.findIndex((entry) => entry >= settled),
  ); // in the order of time, so they are the last
  const found = nearLeaders(rows, entries.signatures, threshold, fresh);
  const places = placesWhere(rows.length, (place) => found.leader[place] !== place);
  return {
    entry: places.map((place) => compared[place] ?? 0),
    leader: places.map((place) => compared[found.leader[place] ?? 0] ?? 0),
    similarity: Float32Array.from(places, (place) => found.similarity[place] ?? 1),
  };
}

/** Lets every copy follow where the first of its content went. */
function follow({ entry, leader: to, similarity: how }: Joins, leader: Uint32Array, similarity: Float32Array): void {
  if (entry.length === 0) return;
  const join = new Uint32Array(leader.length);
  for (let at = 0; at < entry.length; at++) join[entry[at] ?? 0] = at + 1;
  for (let place = 0; place < leader.length; place++) {
    const at = join[leader[place] ?? 0] ?? 0;
    if (at === 0) continue;
    leader[place] = to[at - 1] ?? place;
    similarity[place] = how[at - 1] ?? 1;
  }
}

function joined(one: Joins, other: Joins): Joins {
  const entry = new Uint32Array(one.entry.length + other.entry.length);
  const leader = new Uint32Array(entry.length);
  const similarity = new Float32Array(entry.length);
  entry.set(one.entry);
  leader.set(one.leader);
  similarity.set(one.similarity);
  entry.set(other.entry, one.entry.length);
  leader.set(other.leader, one.entry.length);
  similarity.set(other.similarity, one.entry.length);
  return { entry, leader, similarity };
}
