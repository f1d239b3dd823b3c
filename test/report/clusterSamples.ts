import type { ClusterMember, ClustersReport } from '../../src/report/clusterTypes.ts';

function member(id: string, line: number, given: Partial<ClusterMember> = {}): ClusterMember {
  return {
    id,
    file: 'conversations_2026-09-01.jsonl',
    line,
    records: 1,
    kept: false,
    split: null,
    reason: 'dedup.near_duplicate',
    kept_id: 'ex-000104',
    similarity: 0.871,
    ...given,
  };
}

export const clustered: ClustersReport = {
  min: 2,
  clusters: 187,
  conversations: 1404,
  kept: 188,
  largest: [
    {
      size: 1012,
      kept: 2,
      members: [
        member('ex-000104', 18, { kept: true, split: 'train', reason: null, similarity: 1 }),
        member('an-id-that-is-much-longer-than-those-of-others', 1204, {
          kept: true,
          split: 'train',
          reason: null,
          kept_id: 'an-id-that-is-much-longer-than-those-of-others',
          similarity: 1,
        }),
        member('ex-000231', 27, { reason: 'dedup.exact_duplicate', similarity: 1 }),
        member('ex-000232', 28),
        member('ex-000233', 29, { reason: 'dedup.snapshot', similarity: null }),
        member('ex-000234', 30, { reason: 'rating.below_min', kept_id: null, similarity: null }),
      ],
    },
    {
      size: 2,
      kept: 1,
      members: [
        member('ex\u001b[2J7', 3, { kept: true, split: 'test', reason: null, kept_id: 'ex\u001b[2J7', similarity: 1 }),
        member('ex-000009', 2, { kept_id: 'ex\u001b[2J7', records: 3 }),
      ],
    },
  ],
};

export const nothingClustered: ClustersReport = { min: 3, clusters: 0, conversations: 0, kept: 0, largest: [] };
