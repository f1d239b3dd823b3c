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
  if (mark === NONE) refuseMissing(path, curated);
  return { ledger: readLedger(path), mark, isReset };
}

const NONE = 'none';

/** Every writing makes a new file. */
export function markOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? NONE : [found.ino, found.mtimeNs, found.size].join(' ');
}

function refuseMissing(path: string, curated: string): void {
  const folder = dataSetWithLedger(curated);
  if (folder === undefined) return;
  throw new CurateError(
    `${path} is missing, the ledger that remembers the splits of ${folder}. Put it back from a backup, or call \`curate export --reset-splits\`, which deals all splits anew: what was test may then be trained on.`,
  );
}

/** The first data set there whose manifest tells of a ledger. */
function dataSetWithLedger(curated: string): string | undefined {
  if (!existsSync(curated)) return undefined;
  const names = readdirSync(curated).filter((name) => !name.startsWith('.') && name !== LEDGER_FILE);
  const folders = names.map((name) => join(curated, name));
  return folders.find((folder) => {
    const manifest = join(folder, 'manifest.json');
    return existsSync(manifest) && readFileSync(manifest, 'utf8').includes('\n  "ledger": {');
  });
}
