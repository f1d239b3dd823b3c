import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CurateError } from '../../errors.ts';
import type { Ledger } from '../../pipeline/split/ledger.ts';
import { LEDGER_FILE, ledgerPath, readLedger } from './ledgerFile.ts';

/** A ledger as a run found it. */
export interface OpenedLedger {
  /** Nothing where nothing was published yet, or all is to be dealt anew. */
  readonly ledger: Ledger | undefined;
  /** Which file it was read from: a run that writes it sees by this whether another was faster. */
  readonly mark: string;
  /** It is to be begun anew, whatever it holds. */
  readonly isReset: boolean;
}

/**
 * Opens the ledger of a project.
 * @param curated the folder of the data sets
 * @param isReset all is to be dealt anew: what is there is not read
 * @throws CurateError when it cannot be relied on, or is missing though data sets were written by it
 */
export function openLedger(curated: string, isReset = false): OpenedLedger {
  const path = ledgerPath(curated);
  const mark = markOf(path);
  if (isReset) return { ledger: undefined, mark, isReset };
  if (mark === NONE) refuseMissing(path, dataSetsIn(curated));
  return { ledger: readLedger(path), mark, isReset };
}

/**
 * Looks at data sets that stand elsewhere and are to be replaced: whose every export goes there has none beside the ledger.
 * @throws CurateError when the ledger is missing though one of them was written by it
 */
export function refuseLostLedger(curated: string, targets: readonly string[]): void {
  const path = ledgerPath(curated);
  if (markOf(path) === NONE) refuseMissing(path, targets);
}

const NONE = 'none';

/** Every writing makes a new file. */
export function markOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? NONE : [found.ino, found.mtimeNs, found.size].join(' ');
}

function refuseMissing(path: string, folders: readonly string[]): void {
  const folder = folders.find(tellsOfLedger);
  if (folder === undefined) return;
  throw new CurateError(
    `${path} is missing, the ledger that remembers the splits of ${folder}. Put it back from a backup, or call \`curate export --reset-splits\`, which deals all splits anew: what was test may then be trained on.`,
  );
}

function dataSetsIn(curated: string): string[] {
  if (!existsSync(curated)) return [];
  const names = readdirSync(curated).filter((name) => !name.startsWith('.') && name !== LEDGER_FILE);
  return names.map((name) => join(curated, name));
}

function tellsOfLedger(folder: string): boolean {
  const manifest = join(folder, 'manifest.json');
  return existsSync(manifest) && readFileSync(manifest, 'utf8').includes('\n  "ledger": {');
}
