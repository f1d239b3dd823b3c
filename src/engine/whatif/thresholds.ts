import { type Setting, settingNamed } from '../../config/changedConfig.ts';
import { limitRange } from '../../config/limitRange.ts';
import { CurateError } from '../../errors.ts';
import type { Keeps } from '../../measures/byteScale.ts';
import { RECORD_STAGES } from '../../pipeline/stages.ts';
import type { ThresholdPoint, ThresholdsReport } from '../../report/types.ts';
import type { Decided } from '../decideProject.ts';
import type { Pool } from '../pool.ts';
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
export async function thresholds(
  project: Project,
  decided: Decided,
  name: string,
  pool: Pool,
): Promise<ThresholdsReport> {
  const { decisions } = decided;
  const setting = settingNamed(project.config, limitNamed(name), FLAG);
  const range = limitRange(setting);
  if (range === undefined) throw noLimit(setting, name);
  const current = typeof setting.before === 'number' ? setting.before : null;
  const counts = inPeriodOf(project, decisions);
  const points: ThresholdPoint[] = [];
  for (const limit of limitsWorthTrying(range, current, sideOf(setting))) {
    const plans = otherPlans(project, [{ ...setting, after: limit }], FLAG);
    const { decisions: other, unsure } = await decideAgain(project, decided, plans, pool);
    const kept = other.verdict.reduce((sum, verdict, row) => (verdict === 0 && counts(row) ? sum + 1 : sum), 0);
    points.push({ limit, kept, unsure: unsure.filter(counts).length });
  }
  const records = decisions.verdict.reduce((sum, _verdict, row) => (counts(row) ? sum + 1 : sum), 0);
  return { key: setting.key, current, records, points: worthShowing(points, current, range.whole) };
}

/** By the names of thresholds: a limit is a `min_` or a `max_`. */
function sideOf({ path }: Pick<Setting, 'path'>): Keeps {
  return path.at(-1)?.startsWith('min_') ? 'at_least' : 'at_most';
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

/** Leaves out limits at both ends that change nothing more, and of round numbers, which rise by leaps, all within a plateau. */
function worthShowing(points: readonly ThresholdPoint[], current: number | null, round: boolean): ThresholdPoint[] {
  let first = 0;
  let last = points.length - 1;
  while (first < last && isIdle(points[first], points[first + 1], current)) first++;
  while (last > first && isIdle(points[last], points[last - 1], current)) last--;
  const shown = points.slice(first, last + 1);
  if (!round) return shown;
  return shown.filter((point, place) => {
    const isFlat = isIdle(point, shown[place - 1], current) && isIdle(point, shown[place + 1], current);
    return place === 0 || place === shown.length - 1 || !isFlat;
  });
}

function isIdle(end: ThresholdPoint | undefined, next: ThresholdPoint | undefined, current: number | null): boolean {
  return end?.limit !== current && end?.kept === next?.kept && end?.unsure === next?.unsure;
}
