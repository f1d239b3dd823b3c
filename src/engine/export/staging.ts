import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CurateError } from '../../errors.ts';
import { acquireLock, type Lock } from '../lock.ts';

const ASIDE = '.curate-new';
const PREVIOUS = '.curate-previous-';
const LOCK = '.curate.lock';

/**
 * A place beside the target where an export is written until it is whole. Whoever holds the staging holds the lock, so
 * whatever an earlier run left there is rubbish.
 */
export class Staging {
  /** Where to write. */
  readonly folder: string;
  readonly #parent: string;
  readonly #lock: Lock;

  /**
   * @param parent the folder that will hold the finished export
   * @throws CurateError when another process is writing there
   */
  constructor(parent: string) {
    mkdirSync(parent, { recursive: true });
    this.#parent = parent;
    this.#lock = acquireLock(join(parent, LOCK));
    this.folder = join(parent, ASIDE);
    try {
      recover(parent);
      mkdirSync(this.folder, { mode: 0o700 });
    } catch (error) {
      this.#lock.release();
      throw error;
    }
  }

  /** Puts the folder `name` of the staging in the place of `target`: the old one stays whole until the new one is there. */
  replaceFolder(name: string, target: string): void {
    const staged = join(this.folder, name);
    for (const entry of readdirSync(staged, { withFileTypes: true })) {
      if (entry.isDirectory()) syncFolder(join(staged, entry.name));
    }
    syncFolder(staged);
    const previous = join(this.#parent, `${PREVIOUS}${basename(target)}`);
    // Between these two lines the target is missing; should the machine stop right there, the next run puts it back.
    if (existsSync(target)) renameSync(target, previous);
    try {
      renameSync(staged, target);
    } catch (error) {
      if (existsSync(previous)) renameSync(previous, target);
      throw error;
    }
    syncFolder(dirname(target));
    rmSync(previous, { recursive: true, force: true });
  }

  /** Puts the file `name` of the staging in the place of `target`. */
  replaceFile(name: string, target: string): void {
    renameSync(join(this.folder, name), target);
    syncFolder(dirname(target));
  }

  /** Takes away whatever was not put in place, and gives up the lock. */
  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
    this.#lock.release();
  }
}

/** Clears what a killed run left, and puts back a folder that it had moved away but not replaced. */
function recover(parent: string): void {
  rmSync(join(parent, ASIDE), { recursive: true, force: true });
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${LOCK}.`)) rmSync(join(parent, name), { force: true });
    if (!name.startsWith(PREVIOUS)) continue;
    const target = join(parent, name.slice(PREVIOUS.length));
    if (existsSync(target)) rmSync(join(parent, name), { recursive: true, force: true });
    else renameSync(join(parent, name), target);
  }
}

/** Waits until the names in a folder are on the disk. */
export function syncFolder(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EINVAL') return; // not every file system syncs folders
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** @throws CurateError when `folder` holds something that no export wrote: it would be lost */
export function refuseForeignFolder(folder: string): void {
  if (!existsSync(folder)) return;
  const manifest = join(folder, 'manifest.json');
  // A browser extension has a manifest.json as well; only that of an export names the hash of its config.
  if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"config_sha256":')) return;
  if (readdirSync(folder).length === 0) return;
  throw new CurateError(
    `${folder} exists and is not an export of curate (it has no manifest.json of one); an export replaces the whole folder. Choose another with -o, or move it away.`,
  );
}
