/** The result of `curate clusters`. */

export interface ClusterMember {
  /** The id of the conversation, of a joined session that of its first record. */
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** More than 1 where exchanges are joined to sessions. */
  readonly records: number;
  readonly kept: boolean;
  /** Where it goes; `null` when it is dropped. */
  readonly split: string | null;
  /** `stage.reason`; `null` when it is kept. */
  readonly reason: string | null;
  /** The one that is kept in its place, and how similar they are, 0 to 1; `null` where there is none that it resembles. */
  readonly kept_id: string | null;
  readonly similarity: number | null;
}

export interface Cluster {
  readonly size: number;
  /** How many of them stay: none of these resembles another. */
  readonly kept: number;
  /** Those that are kept first, then in the order of the logs. */
  readonly members: readonly ClusterMember[];
}

export interface ClustersReport {
  /** Fewest members of a cluster that is counted. */
  readonly min: number;
  /** How many clusters of so many there are, and how many conversations (or sessions) in them. */
  readonly clusters: number;
  readonly conversations: number;
  readonly kept: number;
  /** The largest, and of each the first members. */
  readonly largest: readonly Cluster[];
}
