import type { Decisions } from '../decisions.ts';
import type { DecidePlan } from '../setStage.ts';
import { splitOf } from './assign.ts';

/**
 * Finds what belongs together and to which split it belongs, of all items, kept or not: `group`, `groupSplit` and, for
 * clusters of duplicates, `home`. Which of them may stand there is for the stages that drop to say.
 */
export function assignSplits(decisions: Decisions, { split }: DecidePlan): void {
  const { group, groupSplit, home, leader, itemCount } = decisions;
  for (let item = 0; item < itemCount; item++) {
    group[item] = groupOf(decisions, item, split.by);
    groupSplit[item] = splitOf(group[item] ?? 0, split);
  }
  for (let item = 0; item < itemCount; item++) home[item] = groupSplit[leader[item] ?? item] ?? 0;
}

/**
 * The session or the user; an item without either stands by its content, by all of it, so that feedback that cuts it later
 * does not move what is left.
 */
function groupOf(decisions: Decisions, item: number, by: 'session' | 'user'): number {
  const row = decisions.firstRow(item);
  const { session, user, content } = decisions.digest.rows;
  return (by === 'user' ? user[row] : 0) || session[row] || (content[row] ?? 0);
}
