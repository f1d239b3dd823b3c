import type { Counts } from './types.ts';

/** A trainer as `curate targets` tells of it. */
export interface TargetListing {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** Formats it reads; the first is written where none is asked for. */
  readonly formats: readonly string[];
  readonly containers: readonly string[];
  readonly gzip: boolean;
  /** Names of the files, without extension. */
  readonly files: { readonly train: string; readonly val: string; readonly test: string };
  readonly byte_order_mark: boolean;
  readonly limits: Counts;
  /** What it does with a turn that is marked as not to be learned. */
  readonly masked_turns: string;
  /** Why examples stay out, with a sentence each. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly sources: readonly { readonly at: string; readonly tells: string; readonly tried: boolean }[];
}

export interface TargetsReport {
  readonly targets: readonly TargetListing[];
}
