import { placesWhere } from '../../measures/repeats.ts';
import type { Decisions } from '../decisions.ts';
import type { SetStageTools } from '../setStage.ts';
import { NO_SPLIT } from '../split/assign.ts';
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

/**
 * What feedback leaves of a cut conversation may also be what a longer one begins with. Where that is of its session, or
 * stands in another split, the rest of the cut one goes: it is said there.
 */
export function dropCutBeginnings(decisions: Decisions, { dropItem }: SetStageTools<'snapshot' | 'beginning'>): void {
  const { rows, exchanges } = decisions.digest;
  const left = cutContents(decisions);
  if (left.size === 0) return;
  for (let item = 0; item < decisions.itemCount; item++) {
    const row = decisions.firstRow(item);
    const first = rows.firstExchange[row] ?? 0;
    for (let exchange = 0; exchange + 1 < (decisions.exchanges[row] ?? 0); exchange++) {
      for (const short of left.get(exchanges.content[first + exchange] ?? 0) ?? []) {
        const session = rows.session[decisions.firstRow(short)] ?? 0;
        const inChat = session !== 0 && session === rows.session[row];
        if (!decisions.isKept(item) || !decisions.isKept(short)) continue;
        if (!inChat && decisions.split[short] === decisions.split[item]) continue;
        decisions.split[short] = NO_SPLIT;
        decisions.representative[short] = item;
        dropItem(short, inChat ? 'snapshot' : 'beginning');
      }
    }
  }
}

/** The kept items that feedback cut, by what is left of them. */
function cutContents(decisions: Decisions): Map<number, number[]> {
  const left = new Map<number, number[]>();
  for (let item = 0; item < decisions.itemCount; item++) {
    if (!decisions.isKept(item) || !isCut(decisions, item)) continue;
    const content = decisions.contentOf(item);
    const known = left.get(content);
    if (known === undefined) left.set(content, [item]);
    else known.push(item);
  }
  return left;
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
