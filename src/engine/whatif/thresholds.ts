import { type Setting, settingNamed } from '../../config/changedConfig.ts';
import { limitRange } from '../../config/limitRange.ts';
import { CurateError } from '../../errors.ts';
import { RECORD_STAGES } from '../../pipeline/stages.ts';
import type { ThresholdPoint, ThresholdsReport } from '../../report/types.ts';
import type { Decided } from '../decideProject.ts';
import type { Project } from '../project.ts';
import { inPeriodOf } from '../statsReport.ts';
import { decideAgain } from './decideAgain.ts';
import { limitsWorthTrying } from './limits.ts';
import { otherPlans } from './otherPlans.ts';

const FLAG = '--thresholds';

/** The limit that is meant where only a set stage or its section is named. */
const MAIN_LIMIT: Readonly<Record<string, string>> = {
  dedup: 'dedup.near.threshold',
  near: 'dedup.near.threshold',
  rating: 'feedback.min_stars',
  feedback: 'feedback.min_stars',
};

/**
 * How many records would be kept, all stages together, if one limit were another: the answer to `curate stats --thresholds`.
 * @param name a stage, which stands for the first of its limits, or a limit: `max_repetition.ngrams`, `caps.max_per_user`
 * @throws CurateError for a name that is none, and for a limit of which the digest knows too little
 */
export function thresholds(project: Project, { survey, decisions }: Decided, name: string): ThresholdsReport {
  const setting = settingNamed(project.config, limitNamed(name), FLAG);
  const range = limitRange(setting);
  if (range === undefined) throw noLimit(setting, name);
  const current = typeof setting.before === 'number' ? setting.before : null;
  const counts = inPeriodOf(project, decisions);
  const at = (limit: number | null): ThresholdPoint => {
    const { decisions: other, unsure } = decideAgain(
      project,
      survey,
      otherPlans(project, [{ ...setting, after: limit }], FLAG),
    );
    const kept = other.verdict.reduce((sum, verdict, row) => (verdict === 0 && counts(row) ? sum + 1 : sum), 0);
    return { limit, kept, unsure: unsure.filter(counts).length };
  };
  const points = limitsWorthTrying(range, current).map(at);
  const records = decisions.verdict.reduce((sum, _verdict, row) => (counts(row) ? sum + 1 : sum), 0);
  return { key: setting.key, current, records, points: withoutIdleEnds(points, current) };
}

function limitNamed(name: string): string {
  const main = MAIN_LIMIT[name];
  if (main !== undefined) return main;
  const stage = RECORD_STAGES.find((candidate) => candidate.name === name.slice(name.lastIndexOf('.') + 1));
  const [first] = Object.keys(stage?.measures ?? {});
  return first === undefined ? name : `${name}.${first}`;
}

function noLimit({ key, stage, path }: Omit<Setting, 'after'>, name: string): CurateError {
  const limits = RECORD_STAGES.filter(({ measures }) => Object.keys(measures).length > 0).map((known) => known.name);
  const what = stage !== undefined && path.length === 0 ? 'has no limit that the digest knows of' : 'is no number';
  return new CurateError(
    `${FLAG}: \`${key === '' ? name : key}\` ${what}; name one of ${limits.join(', ')}, feedback.min_stars, dedup.near.threshold, or another number of the config.`,
  );
}

/** Leaves out limits at both ends that change nothing more. */
function withoutIdleEnds(points: readonly ThresholdPoint[], current: number | null): readonly ThresholdPoint[] {
  let first = 0;
  let last = points.length - 1;
  while (first < last && isIdle(points[first], points[first + 1], current)) first++;
  while (last > first && isIdle(points[last], points[last - 1], current)) last--;
  return points.slice(first, last + 1);
}

function isIdle(end: ThresholdPoint | undefined, next: ThresholdPoint | undefined, current: number | null): boolean {
  return end?.limit !== current && end?.kept === next?.kept && end?.unsure === next?.unsure;
}
