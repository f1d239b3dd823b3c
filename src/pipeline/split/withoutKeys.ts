import { KeyMasks } from '../../measures/keyMasks.ts';
import type { Ledger } from './ledger.ts';

/**
 * A ledger that no longer knows these groups; texts and signatures stay.
 * @param forgotten keys as `ledgerKey` has them
 * @returns the ledger, and how many of the keys it had
 */
export function withoutKeys(ledger: Ledger, forgotten: ReadonlySet<number>): { ledger: Ledger; removed: number } {
  const { keys, masks } = ledger.splits.sorted();
  const splits = new KeyMasks(keys.length);
  for (let place = 0; place < keys.length; place++)
    if (!forgotten.has(keys[place] ?? 0)) splits.add(keys[place] ?? 0, masks[place] ?? 0);
  return { ledger: { ...ledger, splits }, removed: keys.length - splits.size };
}
