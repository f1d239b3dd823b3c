import { placesWhere } from '../../measures/repeats.ts';
import type { Decisions } from '../decisions.ts';
import type { DecidePlan, SetStageTools } from '../setStage.ts';
import { SPLITS } from '../split/assign.ts';
import { itemsInTimeOrder } from './clusterItems.ts';
import { fewestWords } from './contents.ts';
import { nearLeaders } from './near.ts';
import { type DuplicateReason, dropDuplicate } from './representatives.ts';

/**
 * Two clusters' best members may resemble each other where their leaders do not. Then the one in the split that matters
 * more for a clean test stays: test before val before train.
 */
export function dropResembling(decisions: Decisions, plan: DecidePlan, tools: SetStageTools<DuplicateReason>): void {
  const kept = comparedByImportance(decisions, plan);
  const stands = new Uint8Array(kept.length);
  // Leaders never resemble each other, so one of every such pair stands for a cluster that it does not lead.
  for (let place = 0; place < kept.length; place++)
    if (decisions.leader[kept[place] ?? 0] !== kept[place]) stands[place] = 1;
  if (!stands.includes(1)) return;
  const rows = kept.map((item) => decisions.firstRow(item));
  const { leader } = nearLeaders(rows, decisions.digest.rows.signatures, plan.dedup.near.threshold, stands);
  for (let place = 0; place < kept.length; place++) {
    if (leader[place] === place) continue;
    const item = kept[place] ?? 0;
    const stays = kept[leader[place] ?? 0] ?? item;
    if (decisions.near.between(decisions.firstRow(item), decisions.firstRow(stays)) === undefined) continue;
    decisions.representative[item] = stays;
    dropDuplicate(decisions, item, stays, plan, tools);
  }
}

/**
 * What feedback leaves of a cut conversation may be all that another one says. The earlier one stays: what comes
 * tomorrow takes nothing away from what went out today.
 */
export function dropEqualCuts(decisions: Decisions, plan: DecidePlan, tools: SetStageTools<DuplicateReason>): void {
  const cut = placesWhere(decisions.itemCount, (item) => decisions.isKept(item) && isCut(decisions, item));
  if (cut.length === 0) return;
  const stays = new Map<number, number>();
  for (const item of cut) stays.set(decisions.contentOf(item), -1);
  const kept = itemsInTimeOrder(decisions).filter((item) => decisions.isKept(item));
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
  const isCutRow = (row: number): boolean => exchanges[row] !== digest.rows.exchanges[row];
  if (decisions.sizeOf(item) === 1) return isCutRow(decisions.firstRow(item));
  const rows = decisions.keptRowsOf(item);
  return rows.length < decisions.sizeOf(item) || rows.some(isCutRow);
}

/** Whoever was dropped last may have stood for others; they point on to the one that is kept. */
export function followRepresentatives({ representative }: Decisions): void {
  for (let item = 0; item < representative.length; item++) {
    let next = representative[item] ?? item;
    for (let steps = 0; steps < 4 && representative[next] !== next; steps++) next = representative[next] ?? next;
    representative[item] = next;
  }
}

/** The kept items with words enough for their signatures to be compared: those of the test split, of val, of train. */
function comparedByImportance(decisions: Decisions, { dedup }: DecidePlan): Uint32Array {
  const { words } = decisions.digest.rows;
  const fewest = fewestWords(dedup);
  const compared = new Uint32Array(decisions.itemCount);
  let count = 0;
  for (let split = SPLITS.length - 1; split >= 0; split--) {
    for (let item = 0; item < compared.length; item++) {
      if (decisions.split[item] !== split || !decisions.isKept(item)) continue;
      if ((words[decisions.firstRow(item)] ?? 0) >= fewest) compared[count++] = item;
    }
  }
  return compared.subarray(0, count);
}
