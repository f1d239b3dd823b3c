import type { Decisions } from '../../pipeline/decisions.ts';
import type { PageData } from '../../report/types.ts';

/** Ours: most clusters are pairs and threes; larger ones tell by their order of magnitude. */
const BINS: readonly (readonly [from: number, to: number])[] = [
  [2, 2],
  [3, 3],
  [4, 5],
  [6, 10],
  [11, 30],
  [31, 100],
  [101, 1000],
  [1001, Number.MAX_SAFE_INTEGER],
];

/** How many clusters of duplicates there are, by how many examples they have; up to the largest that there is. */
export function clusterSizes({ itemCount, leader, clusterSize }: Decisions): PageData['clusters'] {
  const counts = new Uint32Array(BINS.length);
  let clusters = 0;
  let members = 0;
  for (let item = 0; item < itemCount; item++) {
    const size = clusterSize[item] ?? 1;
    if (leader[item] !== item || size < 2) continue;
    clusters++;
    members += size;
    const bin = BINS.findIndex(([, to]) => size <= to);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const last = counts.findLastIndex((count) => count > 0);
  const sizes = BINS.slice(0, last + 1).map(([from, to], bin) => ({ from, to, clusters: counts[bin] ?? 0 }));
  return { clusters, members, sizes };
}
