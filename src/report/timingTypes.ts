/** Where the time of a run went: `--timings` of `stats` and `export`. */
export interface TimingsReport {
  /** Wall time of each phase; only an export writes. */
  readonly seconds: { readonly survey: number; readonly decide: number; readonly write?: number };
  /** Conversations that this run surveyed, and those that the cache knew already: of them no step was measured. */
  readonly surveyed: number;
  readonly cached: number;
  /** The steps of the survey in order, the record stages among them; none when nothing was surveyed. */
  readonly steps: readonly StepTiming[];
}

export interface StepTiming {
  readonly step: string;
  /** Conversations that came to it. */
  readonly conversations: number;
  /** Time of a worker for each of them. */
  readonly microseconds: number;
}
