import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { acquireLock, isRunning, type Lock } from './lock.ts';

/** Hidden, so that no glob of inputs finds what is only half written. */
const ASIDE = '.curate-import';
const INPUT = `${ASIDE}-input.`;

/** Where an import into the folder of the logs keeps its files until they are whole. */
export function asideOfImport(logs: string): string {
  return join(logs, ASIDE);
}

/** Where an import keeps what it is given on standard input. */
export function inputOfImport(logs: string): string {
  return join(logs, `${INPUT}${process.pid}`);
}

/** Imports into one folder take turns. @throws CurateError when another one is at work there */
export function lockImports(logs: string): Lock {
  return acquireLock(join(logs, `${ASIDE}.lock`));
}

/** Takes away what imports that were killed left half written: it may be anybody's text. Whoever calls has the lock. */
export function clearImportRubbish(logs: string): void {
  for (const name of rubbishOf(logs)) rmSync(join(logs, name), { recursive: true, force: true });
}

/** The same for who has no lock, and wants none where there is nothing. @throws CurateError when an import is at work there */
export function clearKilledImports(logs: string): void {
  if (!existsSync(logs) || rubbishOf(logs).length === 0) return;
  const lock = lockImports(logs);
  try {
    clearImportRubbish(logs);
  } finally {
    lock.release();
  }
}

function rubbishOf(logs: string): string[] {
  return readdirSync(logs).filter((name) => {
    if (name === ASIDE) return true;
    return name.startsWith(INPUT) && !isRunning(Number(name.slice(INPUT.length)));
  });
}
