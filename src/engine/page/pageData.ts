import { placesWhere } from '../../measures/repeats.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import type { LengthBin, PageData } from '../../report/types.ts';
import type { Decided } from '../decideProject.ts';
import { progressReport } from '../progressReport.ts';
import type { Project } from '../project.ts';
import { splitCounts } from '../splitCounts.ts';
import { inPeriodOf, statsReport } from '../statsReport.ts';
import { clusterSizes } from './clusterSizes.ts';

/** Everything that the page of `curate report` shows, in numbers. */
export function pageData(project: Project, decided: Decided, now: Date): PageData {
  const { decisions } = decided;
  return {
    stats: statsReport(project, decided),
    progress: progressReport(project, decided, now),
    splits: splitCounts(decisions),
    lengths: lengthBins(decisions, inPeriodOf(project, decisions)),
    clusters: clusterSizes(decisions),
  };
}

/** Lengths of the same rows as `stats` summarises: those in the period, but of people who are left out. */
function lengthBins(decisions: Decisions, inPeriod: (row: number) => boolean): LengthBin[] {
  const { rows, count } = decisions.digest;
  const counted = placesWhere(count, (row) => inPeriod(row) && !decisions.isLeftOut(row));
  const user = byPowers(counted, rows.user_chars);
  const assistant = byPowers(counted, rows.assistant_chars);
  const isEmpty = (power: number): boolean => (user[power] ?? 0) + (assistant[power] ?? 0) === 0;
  const powers = user.map((_, power) => power);
  const filled = powers.filter((power) => !isEmpty(power));
  return powers
    .slice(filled[0] ?? 0, (filled.at(-1) ?? -1) + 1)
    .map((power) => ({ up_to: 2 ** power, user: user[power] ?? 0, assistant: assistant[power] ?? 0 }));
}

/** At place n how many values are at most 2 ** n, and more than half of that; 0 counts as 1. */
function byPowers(rows: Uint32Array, column: Uint32Array): number[] {
  const bins = Array.from({ length: 33 }, () => 0);
  for (const row of rows) {
    const power = 32 - Math.clz32(Math.max((column[row] ?? 0) - 1, 0));
    bins[power] = (bins[power] ?? 0) + 1;
  }
  return bins;
}
