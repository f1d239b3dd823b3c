import type { Ledger } from '../../pipeline/split/ledger.ts';
import { withoutKeys } from '../../pipeline/split/withoutKeys.ts';
import { ledgerPath, readLedger } from '../ledger/ledgerFile.ts';
import { markOf } from '../ledger/openLedger.ts';
import type { Project } from '../project.ts';
import type { Person } from './person.ts';

/** The ledger of the splits without the groups of somebody who is forgotten. */
export interface LedgerTraces {
  readonly path: string;
  readonly ledger: Ledger;
  /** Which file it was read from. */
  readonly mark: string;
  /** Keys that go, and how many there were. */
  readonly removed: number;
  readonly of: number;
}

/**
 * Nothing when the ledger does not know the subject, or there is none. Hashes of texts stay: they name nobody, and by them no
 * row of test is trained on tomorrow.
 * @throws CurateError when the ledger is damaged
 */
export function ledgerTraces({ curated }: Project, person: Person): LedgerTraces | undefined {
  const path = ledgerPath(curated);
  const mark = markOf(path);
  const found = readLedger(path);
  if (found === undefined) return undefined;
  const { ledger, removed } = withoutKeys(found, person.ledgerKeys);
  return removed === 0 ? undefined : { path, ledger, mark, removed, of: found.splits.size };
}
