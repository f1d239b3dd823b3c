import type { ProgressReport } from './progressTypes.ts';
import type { Counts, StatsReport } from './types.ts';

/** Conversations whose text of a kind is longer than the bin before allows, and at most `up_to` characters. */
export interface LengthBin {
  readonly up_to: number;
  readonly user: number;
  readonly assistant: number;
}

/** Clusters of `from` to `to` duplicates. */
export interface ClusterBin {
  readonly from: number;
  readonly to: number;
  readonly clusters: number;
}

/** What the page of `curate report` holds: the reports of `stats` and `progress`, and what they have no room for. */
export interface PageData {
  readonly stats: StatsReport;
  readonly progress: ProgressReport;
  /** Kept examples. */
  readonly splits: Counts;
  /** By powers of two. */
  readonly lengths: readonly LengthBin[];
  readonly clusters: {
    readonly clusters: number;
    /** Examples in them, those that are kept among them. */
    readonly members: number;
    readonly sizes: readonly ClusterBin[];
  };
}

/** What `curate report --json` prints. */
export interface PageReport extends PageData {
  readonly command: 'report';
  /** The file that was written. */
  readonly out: string;
  readonly bytes: number;
}
