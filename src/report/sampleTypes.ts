/** The result of `curate sample`. With `ExplainReport` the only one that holds text of a log, for it was asked for. */

export interface SampledMessage {
  readonly role: string;
  /** Scrubbed, unless `raw`. */
  readonly text: string;
}

/** Why a conversation was dropped. */
export interface SampledDrop {
  readonly stage: string;
  readonly reason: string;
  /** The reason in words. */
  readonly sentence: string;
  readonly measured: number | null;
  readonly limit: number | null;
  /** Of a duplicate the id of the one that stays. */
  readonly kept_instead: string | null;
}

export interface SampledConversation {
  /** Of the first where exchanges are joined to a session. */
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** ISO 8601, UTC. */
  readonly timestamp: string | null;
  readonly facets: Readonly<Record<string, string>>;
  /** Log lines that it is made of; more than one where exchanges are joined to a session. */
  readonly records: number;
  /** Mean stars, 1 to 5; `null` where nobody rated. */
  readonly rating: number | null;
  /** How many duplicates there are of it, itself among them. */
  readonly cluster_size: number;
  /** `null` for what is dropped. */
  readonly split: string | null;
  /** `null` for what is kept. */
  readonly dropped: SampledDrop | null;
  /** Of what is kept as they are written, of what is dropped as they were logged. */
  readonly messages: readonly SampledMessage[];
}

export interface SampleReport {
  readonly command: 'sample';
  readonly seed: number;
  /** The text is not scrubbed. */
  readonly raw: boolean;
  /** What was asked for; `dropped` is a stage, a `stage.reason`, or '' for all that is dropped. */
  readonly asked: { readonly dropped: string | null; readonly split: string | null; readonly language: string | null };
  /** How many there are of what was asked for. */
  readonly of: number;
  readonly conversations: readonly SampledConversation[];
  /** What there is to sample: kept examples by split, and dropped conversations by `stage.reason`. */
  readonly splits: Readonly<Record<string, number>>;
  readonly dropped: Readonly<Record<string, number>>;
}
