import { placesWhere } from '../../measures/repeats.ts';
import type { Decisions } from '../decisions.ts';
import { itemsInTimeOrder } from './clusterItems.ts';
import { type Choice, dropDuplicate } from './representatives.ts';

/**
 * What feedback leaves of a cut conversation may be all that another one says. The earlier one stays: what comes
 * tomorrow takes nothing away from what went out today.
 */
export function dropEqualCuts(choice: Choice): void {
  const { decisions } = choice;
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
    dropDuplicate(choice, item, stayer);
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
