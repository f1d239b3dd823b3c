import type { Decisions } from '../decisions.ts';
import type { DecidePlan, SetStageTools } from '../setStage.ts';
import { SPLITS } from '../split/assign.ts';
import { clusterRows, firstRows, itemsInTimeOrder } from './clusterItems.ts';
import { type DuplicateReason, dropDuplicate } from './representatives.ts';

/**
 * Two clusters' best members may resemble each other where their leaders do not. Then the one in the split that matters
 * more for a clean test stays: test before val before train.
 */
export function dropResembling(decisions: Decisions, plan: DecidePlan, tools: SetStageTools<DuplicateReason>): void {
  const kept = mostImportantFirst(decisions);
  // Leaders never resemble each other, so one of every such pair stands for a cluster that it does not lead.
  const stands = Uint8Array.from(kept, (item) => (decisions.leader[item] === item ? 0 : 1));
  if (!stands.includes(1)) return;
  const options = { exact: false, near: true, threshold: plan.dedup.near.threshold };
  const { leader } = clusterRows(decisions, firstRows(decisions, kept), plan, options, stands);
  for (const [place, item] of kept.entries()) {
    if (leader[place] === place) continue;
    decisions.representative[item] = kept[leader[place] ?? 0] ?? item;
    dropDuplicate(decisions, item, decisions.representative[item], plan, tools);
  }
}

/**
 * What feedback leaves of a cut conversation may be all that another one says. The earlier one stays: what comes
 * tomorrow takes nothing away from what went out today.
 */
export function dropEqualCuts(decisions: Decisions, plan: DecidePlan, tools: SetStageTools<DuplicateReason>): void {
  const kept = itemsInTimeOrder(decisions).filter((item) => decisions.isKept(item));
  const stays = new Map<number, number>();
  for (const item of kept) if (isCut(decisions, item)) stays.set(decisions.contentOf(item), -1);
  if (stays.size === 0) return;
  for (const item of kept) {
    const content = decisions.contentOf(item);
    const stayer = stays.get(content);
    if (stayer === undefined) continue;
    if (stayer === -1) {
      stays.set(content, item);
      continue;
    }
    decisions.representative[item] = stayer;
    dropDuplicate(decisions, item, stayer, plan, tools);
  }
}

function isCut(decisions: Decisions, item: number): boolean {
  const { exchanges, digest } = decisions;
  const rows = decisions.keptRowsOf(item);
  if (rows.length < decisions.rowsOf(item).length) return true;
  return rows.some((row) => exchanges[row] !== digest.rows.exchanges[row]);
}

/** Whoever was dropped last may have stood for others; they point on to the one that is kept. */
export function followRepresentatives({ representative }: Decisions): void {
  for (let item = 0; item < representative.length; item++) {
    let next = representative[item] ?? item;
    for (let steps = 0; steps < 4 && representative[next] !== next; steps++) next = representative[next] ?? next;
    representative[item] = next;
  }
}

/** The kept items of the test split, then those of val, then those of train. */
function mostImportantFirst(decisions: Decisions): Uint32Array {
  const kept = new Uint32Array(decisions.itemCount);
  let count = 0;
  for (let split = SPLITS.length - 1; split >= 0; split--) {
    for (let item = 0; item < decisions.itemCount; item++) {
      if (decisions.split[item] === split && decisions.isKept(item)) kept[count++] = item;
    }
  }
  return kept.subarray(0, count);
}
