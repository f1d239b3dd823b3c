import { forEachRun, identity } from '../../measures/order.ts';
import { type Entries, nearLeaders } from './near.ts';

export type { Entries };

export interface ClusterOptions {
  readonly exact: boolean;
  readonly near: boolean;
  readonly threshold: number;
}

export interface Clusters {
  /** For each entry the earliest entry that it is a duplicate of; itself when there is none. */
  readonly leader: Uint32Array;
  /** Similarity of each entry to its leader, 0 to 1; 1 for exact duplicates. */
  readonly similarity: Float32Array;
}

/**
 * Finds duplicates by leaders: in the order of time every entry joins the earliest leader that it resembles, or becomes
 * a leader. A member resembles its leader itself, never only a neighbour, so clusters do not grow into chains; and what
 * comes later never changes what was decided of earlier entries.
 * @param concerned entries of which at least one is in every pair of near duplicates that is looked for
 */
export function clusterEntries(
  entries: Entries,
  { exact, near, threshold }: ClusterOptions,
  concerned?: Uint8Array,
): Clusters {
  const count = entries.content.length;
  const leader = identity(count);
  const similarity = new Float32Array(count).fill(1);
  if (exact || near) {
    forEachRun(entries.content, (places, start, end) => {
      for (let i = start + 1; i < end; i++) leader[places[i] ?? 0] = places[start] ?? 0;
    });
  }
  if (!near) return { leader, similarity };
  const firsts = leader.filter((first, entry) => first === entry && (entries.signature[entry] ?? -1) >= 0);
  const found = nearLeaders(firsts, entries, threshold, concerned);
  if (found.size === 0) return { leader, similarity };
  for (let entry = 0; entry < count; entry++) {
    const first = leader[entry] ?? 0;
    const resembled = found.get(first);
    if (resembled === undefined) continue;
    leader[entry] = resembled.leader;
    similarity[entry] = resembled.similarity;
  }
  return { leader, similarity };
}
