import { KeyCounts } from '../../measures/keyCounts.ts';
import type { CheckReport } from '../../report/types.ts';
import type { Decided } from '../decideProject.ts';
import { keptItems } from '../export/writeTasks.ts';
import type { Project } from '../project.ts';
import { ledgerFacts } from './publishLedger.ts';

/** Ours: test has a tenth by default; a group of that size is all of it, or none. */
const GIANT = 0.1;
/** Ours: of fewer examples a tenth is a handful. */
const FEWEST_EXAMPLES = 100;

/** What looks wrong with the splits: a group that is too large to be dealt, and what stands nowhere because of earlier exports. */
export function splitProblems({ config }: Project, decided: Decided): CheckReport['problems'][number][] {
  const problems: CheckReport['problems'][number][] = [];
  const { decisions } = decided;
  const items = keptItems(decisions);
  const largest = largestGroup(decisions.group, items);
  if (items.length >= FEWEST_EXAMPLES && largest > items.length * GIANT) {
    const percent = Math.round((largest / items.length) * 100);
    problems.push({
      level: 'warning',
      message: `One group of \`split.by\` has ${percent} % of all examples (${largest}), and stands in one split as a whole, so the shares cannot be met. One session or user may stand for many, or one question may tie many together.`,
    });
  }
  const { conflicts } = ledgerFacts(decided);
  if (conflicts > 0) {
    problems.push({
      level: 'note',
      message: `${conflicts} conversations are left out because an earlier export had them, or the rest of their group, in another split than the one to which they belong now (\`split.by\` is ${JSON.stringify(config.split.by)}). \`curate export --reset-splits\` deals all anew.`,
    });
  }
  return problems;
}

/** How many of the items the largest group has. */
function largestGroup(group: Float64Array, items: Uint32Array): number {
  const counts = new KeyCounts(items.length);
  let most = 0;
  for (const item of items) {
    const key = group[item] ?? 0;
    counts.add(key);
    counts.count(key);
    most = Math.max(most, counts.of(key));
  }
  return most;
}
