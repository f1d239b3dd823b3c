import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const NAME = 'unpacked-';

/** Those of this process: texts may be compared while rows go to a stream. */
const open = new Set<string>();
let opened = 0;

/**
 * A folder for what has to be unpacked while rows go to a stream or texts are compared. It lies beside the data, where the next run finds and
 * removes what a killed one left: raw logs must not stay behind in a place that nobody looks after.
 */
export function openScratch(data: string): { readonly folder: string; close(): void } {
  const parent = join(data, '.curate');
  let folder: string;
  try {
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    clearScratch(data);
    const name = `${NAME}${process.pid}-${opened++}`;
    folder = join(parent, name);
    mkdirSync(folder, { mode: 0o700 });
    open.add(name);
  } catch {
    folder = mkdtempSync(join(tmpdir(), 'curate-')); // data that may only be read
  }
  return {
    folder,
    close() {
      open.delete(basename(folder));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Removes what runs that were killed left unpacked. @throws when the folder cannot be read */
export function clearScratch(data: string): void {
  const parent = join(data, '.curate');
  for (const name of readdirSync(parent))
    if (isLeftOver(name)) rmSync(join(parent, name), { recursive: true, force: true });
}

function isLeftOver(name: string): boolean {
  if (!name.startsWith(NAME)) return false;
  const pid = Number.parseInt(name.slice(NAME.length), 10);
  if (pid === process.pid) return !open.has(name);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'EPERM');
  }
}
