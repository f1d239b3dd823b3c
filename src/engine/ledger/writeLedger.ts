import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CurateError } from '../../errors.ts';
import type { Ledger } from '../../pipeline/split/ledger.ts';
import { syncFolder } from '../export/staging.ts';
import { acquireLock } from '../lock.ts';
import { writeAll } from '../writeAll.ts';
import { encodeLedger, LEDGER_FILE, ledgerPath } from './ledgerFile.ts';
import { markOf } from './openLedger.ts';

function draftPath(curated: string): string {
  return join(curated, `.${LEDGER_FILE}.new`);
}

/** Removes what a killed run left half written. */
export function clearLedgerDraft(curated: string): void {
  rmSync(draftPath(curated), { force: true });
}

/**
 * Puts a ledger in the place of the one with this mark: written aside, synced and renamed. Exports into other folders hold
 * other locks, so this one is its own.
 * @param curated the folder of the data sets; made where it is missing
 * @param settle is told where it stands, aside, before it is in its place
 * @throws CurateError when another run has written it since it was read
 */
export function writeLedger(curated: string, ledger: Ledger, mark: string, settle?: (path: string) => void): void {
  mkdirSync(curated, { recursive: true });
  const path = ledgerPath(curated);
  const draft = draftPath(curated);
  const lock = acquireLock(join(curated, `.${LEDGER_FILE}.lock`));
  try {
    if (markOf(path) !== mark) {
      throw new CurateError(
        `${path}: another run has published splits since this one began, so nothing was put in place. Run the command again.`,
      );
    }
    const descriptor = openSync(draft, 'w', 0o600);
    try {
      for (const piece of encodeLedger(ledger)) writeAll(descriptor, piece);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    settle?.(draft);
    renameSync(draft, path);
    syncFolder(curated);
  } finally {
    rmSync(draft, { force: true });
    lock.release();
  }
}
