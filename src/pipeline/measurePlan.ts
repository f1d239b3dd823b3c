import type { ByteScale } from '../measures/byteScale.ts';
import { MEASURES } from './digest.ts';
import type { PlannedStage } from './recordPlan.ts';
import { stageNamed } from './recordReasons.ts';
import type { Measure } from './stage.ts';

/** A measure that has a byte of each row of the digest. */
export interface PlacedMeasure {
  readonly stage: string;
  readonly option: string;
  readonly measure: Measure;
  readonly scale: ByteScale;
  /** Its place among the `MEASURES` bytes. */
  readonly slot: number;
}

/** Which measures of a run have a byte: in the order of the pipeline as many as there are bytes; the others have none. */
export function measurePlan(stages: readonly PlannedStage[]): readonly PlacedMeasure[] {
  const placed: PlacedMeasure[] = [];
  for (const { use } of stages) {
    for (const [option, measure] of Object.entries(stageNamed(use).measures)) {
      const { held } = measure;
      if (typeof held === 'function' || placed.length === MEASURES) continue;
      placed.push({ stage: use, option, measure, scale: held, slot: placed.length });
    }
  }
  return placed;
}

/** Filters that have a bit of their own in `fails`; those from here on share the last one. */
export const FILTERS_WITH_BIT = 31;

/** The filters of a run in their order, with the bit that each has in `fails`. */
export function filterBits(stages: readonly PlannedStage[]): ReadonlyMap<string, number> {
  const filters = stages.filter(({ use }) => stageNamed(use).kind === 'filter');
  return new Map(filters.map(({ use }, place) => [use, Math.min(place, FILTERS_WITH_BIT)]));
}
