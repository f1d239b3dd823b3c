import type { TargetListing, TargetsReport } from '../report/types.ts';
import { TARGETS, targetNamed } from '../targets/index.ts';
import type { Target } from '../targets/target.ts';

/**
 * What is known of all targets, or of one.
 * @throws CurateError with the nearest name when there is none of that name
 */
export function targetsReport(name: string | undefined): TargetsReport {
  const targets = name === undefined ? TARGETS : [targetNamed(name)];
  return { targets: targets.map(listingOf) };
}

function listingOf(target: Target): TargetListing {
  const {
    refuses: _refuses,
    beside: _beside,
    options: _options,
    pair_options: _pair_options,
    limits,
    ...facts
  } = target;
  return { ...facts, limits: { ...limits } };
}
