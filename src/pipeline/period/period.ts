import { type DecidePlan, defineSetStage } from '../setStage.ts';

export default defineSetStage({
  name: 'period',
  summary: 'keeps conversations of the days asked for with --since and --until',
  section: 'period',
  reasons: { outside: 'the conversation is older than --since, younger than --until, or has no time' },
  apply({ digest, verdict }, { period: { since, until } }, { dropRow }) {
    if (since === undefined && until === undefined) return;
    for (let row = 0; row < digest.count; row++) {
      const time = digest.rows.timestamp[row] ?? Number.NaN;
      if (!isInPeriod(time, { since, until }) && verdict[row] === 0) dropRow(row, 'outside');
    }
  },
});

/** @param time milliseconds since the epoch; NaN is in no period but the one without ends */
export function isInPeriod(time: number, { since, until }: DecidePlan['period']): boolean {
  if (since === undefined && until === undefined) return true;
  return time >= (since ?? Number.NEGATIVE_INFINITY) && time < (until ?? Number.POSITIVE_INFINITY);
}
