import type { ProgressReport, StatsReport } from '../../report/types.ts';
import type { NewestComment } from '../context.ts';

/** The numbers of a data folder at one moment. */
export interface Look {
  readonly stats: StatsReport;
  readonly progress: ProgressReport;
  /** Newest first, `MOST_COMMENTS` at the most; a sentence where they could not be read or scrubbed. */
  readonly comments: readonly NewestComment[] | string;
}

/** What came of looking. */
export type LookOutcome =
  | { readonly kind: 'look'; readonly look: Look }
  /** Nothing has changed since the look before. */
  | { readonly kind: 'same' }
  /** A mistake of the config, a list that cannot be read and the like: a sentence. */
  | { readonly kind: 'problem'; readonly sentence: string }
  /** Who looks is gone, and is started again with the next look. */
  | { readonly kind: 'crash'; readonly why: string };

/** Takes looks, one after the other. */
export interface LookSource {
  look(): Promise<LookOutcome>;
  close(): Promise<void>;
}

/** Ours: more than that nobody reads on a page. */
export const MOST_COMMENTS = 100;
