import { dateBeside, longDate, shortDate, yearOf } from './dates.ts';
import { rate } from './numbers.ts';
import type { ProgressReport } from './progressTypes.ts';

/** The forecast as a sentence: "about 14 March 2027, between 20 February and 2 May", or why there is none. */
export function forecastWords(report: ProgressReport): string {
  const { eta, eta_range, kept, goal, per_day } = report;
  if (kept >= goal) return report.reached_on === null ? 'reached' : `reached on ${longDate(report.reached_on)}`;
  if (per_day <= 0)
    return kept === 0 ? 'no forecast before the first examples' : 'out of sight: nothing was kept of late';
  if (eta === null) return 'out of sight: more than a century at this pace';
  return `about ${longDate(eta)}${rangeWords(eta, eta_range)}`;
}

function rangeWords(eta: string, [early, late]: ProgressReport['eta_range']): string {
  if (early === null) return late === null ? '' : `, by ${dateBeside(late, eta)} at the latest`;
  if (late === null) return `, hardly before ${dateBeside(early, eta)}; the days differ too much to say more`;
  if (early === late) return '';
  // One year for all three is said once; otherwise "13 November" could be of either year.
  const sameYear = yearOf(early) === yearOf(late);
  const say = sameYear ? shortDate : longDate;
  return `, between ${say(early)} and ${say(late)}`;
}

/** The pace as a sentence, short enough for a status line. */
export function paceWords({ per_day_7, per_day_28 }: ProgressReport): string {
  return `${rate(per_day_7)} a day over 7 days, ${rate(per_day_28)} over 28`;
}
