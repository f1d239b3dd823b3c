import { TURNS } from './turns.ts';

/** A stage of a run with its options, as plain data: it goes to worker threads and into the manifest as it is. */
export interface PlannedStage {
  readonly use: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** By what tokens are counted. */
export interface TokenizerPlan {
  /** The name of an encoding, or a path as the config has it. */
  readonly name: string;
  /** Of a path: where it leads, and the SHA-256 of what is there and of the tokenizer_config.json beside it, in hexadecimal. */
  readonly file?: { readonly path: string; readonly sha256: string; readonly config_sha256: string | null };
}

/** The files that must not turn up in the data set. */
export interface BenchmarkPlan {
  readonly files: readonly BenchmarkFile[];
}

export interface BenchmarkFile {
  /** As reports show it: relative to the folder of the config where it lies in it. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

export interface RecordPlan {
  readonly stages: readonly PlannedStage[];
  /** What becomes of a longer conversation with a bad turn: it ends before it, or it is dropped. */
  readonly bad_turn: 'cut' | 'drop';
  /** The key of pseudonyms, where a stage puts any into the text. */
  readonly id_key?: string;
  /** Where tokens are counted. */
  readonly tokenizer?: TokenizerPlan;
  /** Where there are any. */
  readonly benchmark?: BenchmarkPlan;
}

/** The record stages of a run in the order of their verdicts, `turns` first. */
export function recordStageNames(plan: RecordPlan): string[] {
  return [TURNS.name, ...plan.stages.map(({ use }) => use)];
}
