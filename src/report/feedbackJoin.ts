import { facts } from './layout.ts';
import type { Look } from './look.ts';
import { count, integer } from './numbers.ts';
import type { FeedbackJoin } from './types.ts';

/** What became of the lines of feedback, with `more` facts behind. */
export function joinLines(feedback: FeedbackJoin, look: Look, more: readonly string[] = []): string[] {
  const { entries, joined, orphans, malformed } = feedback;
  const parts = [
    count(entries, 'entry', 'entries'),
    `${integer(joined)} joined`,
    orphans > 0 ? `${integer(orphans)} without a conversation so far` : '',
    ...more,
  ];
  return [
    ...(entries > 0 ? facts(parts, look) : ['none yet']),
    ...(malformed > 0 ? [look.paint.yellow(`${count(malformed, 'malformed line')} of feedback`)] : []),
  ];
}
