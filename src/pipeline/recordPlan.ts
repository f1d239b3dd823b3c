import { TURNS } from './turns.ts';

/** A stage of a run with its options, as plain data: it goes to worker threads and into the manifest as it is. */
export interface PlannedStage {
  readonly use: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface RecordPlan {
  readonly stages: readonly PlannedStage[];
  /** What becomes of a longer conversation with a bad turn: it ends before it, or it is dropped. */
  readonly bad_turn: 'cut' | 'drop';
  /** The key of pseudonyms, where a stage puts any into the text. */
  readonly id_key?: string;
}

/** The record stages of a run in the order of their verdicts, `turns` first. */
export function recordStageNames(plan: RecordPlan): string[] {
  return [TURNS.name, ...plan.stages.map(({ use }) => use)];
}
