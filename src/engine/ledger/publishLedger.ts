import { KeyCounts } from '../../measures/keyCounts.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import { Publication } from '../../pipeline/split/publish.ts';
import type { Decided } from '../decideProject.ts';
import type { PreparedExport } from '../export/prepare.ts';
import { keptItems } from '../export/writeTasks.ts';
import type { Project } from '../project.ts';
import { writeLedger } from './writeLedger.ts';

/** What a manifest tells of the ledger. */
export interface LedgerFacts {
  /** Groups with a kept conversation that had a split from an earlier export, and those that were dealt now. */
  readonly groups: { readonly kept: number; readonly dealt: number };
  /** Conversations that were dropped because an earlier export had them, or their group, in another split. */
  readonly conflicts: number;
  /** It was begun anew: what earlier exports published is not remembered. */
  readonly reset: boolean;
}

/**
 * Remembers what an export is about to publish. Called when all rows are written and before they are put in their place: a run
 * that is killed in between has remembered too much, never too little.
 * @throws CurateError when another run was faster
 */
export function publishLedger({ curated, plans }: Project, decided: Decided, { parts }: PreparedExport): void {
  const { decisions, opened } = decided;
  const publication = new Publication(decisions, plans.decide);
  for (const part of parts) {
    if (part.kind === 'conversations') for (const item of part.items) publication.addItem(item);
    else {
      for (const signal of part.selection.signals) {
        publication.addAnswer(signal.answer, signal.split);
        if ('rejected' in signal && signal.rejected !== undefined) publication.addAnswer(signal.rejected, signal.split);
      }
    }
  }
  writeLedger(curated, publication.ledger(opened.ledger), opened.mark);
}

export function ledgerFacts({ decisions, opened }: Decided): LedgerFacts {
  const conflict = decisions.reasons.indexOf('split.conflict') + 1;
  const conflicts = decisions.verdict.reduce((sum, verdict) => sum + (verdict === conflict ? 1 : 0), 0);
  return { groups: groupCounts(decisions), conflicts, reset: opened.isReset };
}

function groupCounts(decisions: Decisions): LedgerFacts['groups'] {
  const items = keptItems(decisions);
  const [all, kept] = [new KeyCounts(items.length), new KeyCounts(items.length)];
  for (const item of items) {
    const group = decisions.group[item] ?? 0;
    all.add(group);
    if (decisions.published[item] !== 0) kept.add(group);
  }
  return { kept: kept.size, dealt: all.size - kept.size };
}
