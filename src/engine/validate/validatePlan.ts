import type { TokenizerPlan } from '../../pipeline/recordPlan.ts';
import type { Layout } from '../../validate/layout.ts';
import type { Rules } from '../../validate/rules.ts';
import type { ScanPlan } from '../scan/scanPlan.ts';

/** How the rows of one file are checked; plain data, fit for a worker thread. */
export interface ValidatePlan {
  readonly layout: Layout;
  readonly rules: Rules;
  /** The trainer that has the last word on a row. */
  readonly target: string | undefined;
  /** How the file is divided. */
  readonly shape: 'lines' | 'array' | 'csv' | 'parquet';
  /** What is looked for as personal data; nothing without it. */
  readonly scan: ScanPlan | undefined;
  /** Signatures are wanted, to find near duplicates in other splits. */
  readonly signatures: boolean;
  /** Lines whose n-grams are wanted, from 1 within the range; none without it. */
  readonly shingles_of?: readonly number[];
  /** Words in a shingle of a signature. */
  readonly ngram: number;
  /** More tokens than these are a problem; no limit without it. */
  readonly max_tokens: number | undefined;
  /** By which tokens are counted; without it they are estimated. */
  readonly tokenizer: TokenizerPlan | undefined;
  readonly max_line_bytes: number;
}
