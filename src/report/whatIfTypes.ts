/** The results of `curate stats --what-if` and `--thresholds`. */

/** A number as the config has it, and as it would be. */
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

export interface WhatIfReport {
  /** Values as JSON; `on` and `off` of a stage that is taken out. */
  readonly settings: readonly { readonly key: string; readonly before: unknown; readonly after: unknown }[];
  readonly records: number;
  readonly kept: BeforeAfter;
  /** When exchanges are joined to sessions. */
  readonly examples?: BeforeAfter;
  /** Records that would be kept and are not now, the other way round, and those that would be kept in another split. */
  readonly added: number;
  readonly gone: number;
  readonly moved: number;
  /** Records of which the digest cannot tell what would become of them; they are counted as they are now. */
  readonly unsure: number;
  /** Examples. */
  readonly splits: { readonly train: BeforeAfter; readonly val: BeforeAfter; readonly test: BeforeAfter };
  /** Records by what drops them: the name of a record stage, `stage.reason` of a set stage. Those that stay the same, too. */
  readonly dropped: Readonly<Record<string, BeforeAfter>>;
}

export interface ThresholdsReport {
  /** The limit, as the config has it: `min_answer_length.chars`. */
  readonly key: string;
  /** Its value; `null` for no limit. */
  readonly current: number | null;
  readonly records: number;
  readonly points: readonly ThresholdPoint[];
}

export interface ThresholdPoint {
  readonly limit: number | null;
  readonly kept: number;
  /** As in `WhatIfReport`. */
  readonly unsure: number;
}
