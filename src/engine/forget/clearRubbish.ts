import { join } from 'node:path';
import { clearScratch } from '../export/scratch.ts';
import { clearKilledImports } from '../importAside.ts';
import { clearLedgerDraft } from '../ledger/writeLedger.ts';
import { forgottenFile } from '../privacy/forgottenList.ts';
import { optOutFile } from '../privacy/optOut.ts';
import { isFolder, type Project } from '../project.ts';
import { findDataSets } from './dataSets.ts';
import type { Locks } from './locks.ts';
import { clearAsides, findLogFiles } from './logFiles.ts';
import { receiptPath } from './receipt.ts';

/** Takes away what runs that were killed left half written or unpacked: it may be anybody's text. */
export async function clearRubbish(project: Project, also: readonly string[], locks: Locks): Promise<void> {
  const { data, curated, config } = project;
  if (isFolder(join(data, '.curate'))) clearScratch(data);
  clearLedgerDraft(curated);
  clearKilledImports(project.logs);
  for (const { folder } of findDataSets(curated, also)) locks.stagingFor(folder);
  const files = await findLogFiles(project);
  const optOut = config.privacy.opt_out;
  clearAsides([
    ...files.map(({ path }) => path),
    forgottenFile(data),
    receiptPath(data, 'any'),
    ...(optOut === null ? [] : [optOutFile(data, optOut)]),
  ]);
}
