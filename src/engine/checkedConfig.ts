import type { Config } from '../config/config.ts';
import { configOf } from '../config/load.ts';
import type { ConfigSource } from '../config/source.ts';
import { configWarnings } from '../config/warnings.ts';
import { FORMATS } from '../formats/index.ts';
import { recordReasons, stageNamed } from '../pipeline/recordReasons.ts';
import type { RecordStageKind } from '../pipeline/stage.ts';
import { TARGETS } from '../targets/index.ts';

/** What a run takes from its config file, and of the stages that stand there; plain JSON data, to be kept for the next run. */
export interface CheckedConfig {
  readonly config: Config;
  /** What is allowed, but should not go unseen, see `configWarnings`. */
  readonly warnings: readonly string[];
  /** The record stages of the pipeline. */
  readonly stages: readonly { readonly name: string; readonly kind: RecordStageKind }[];
  /** The reasons for which they may drop, see `recordReasons`. */
  readonly reasons: readonly string[];
}

/**
 * Checks a config against every stage and format that there is. They take longer to load than all else that
 * `curate progress` does when it finds its digests kept, so this module is imported only when there is a config to check.
 * @throws CurateError for a config with mistakes
 */
export function checkConfig(source: ConfigSource | undefined): CheckedConfig {
  const config = configOf(source, {
    formats: FORMATS.map(({ name }) => name),
    targets: TARGETS.map(({ name }) => name),
  });
  return {
    config,
    warnings: configWarnings(config),
    stages: config.pipeline.map(({ use }) => ({ name: use, kind: stageNamed(use).kind })),
    reasons: recordReasons({ stages: config.pipeline, bad_turn: config.conversation.bad_turn }),
  };
}
