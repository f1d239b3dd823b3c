import { dateSpan } from '../report/dates.ts';
import type { StatsReport } from '../report/statsTypes.ts';
import { count } from './format.ts';

/** What the numbers are about: from which day to which, of how many people. */
export function spanWords({ days, sessions, users }: Pick<StatsReport, 'days' | 'sessions' | 'users'>): string {
  const first = days[0]?.date;
  const last = days.at(-1)?.date;
  const span = first === undefined || last === undefined ? 'nothing collected yet' : dateSpan(first, last);
  const people = [...(sessions > 0 ? [count(sessions, 'session')] : []), ...(users > 0 ? [count(users, 'user')] : [])];
  return [span, ...people].join(' · ');
}
