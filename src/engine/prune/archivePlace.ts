import { lstatSync, mkdirSync, renameSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onInterrupt } from '../../cleanup.ts';
import { ARCHIVE, archivedNameOf } from '../../inputs/archivedFiles.ts';
import type { InputFile } from '../../inputs/files.ts';
import { EXPORT_LOCK, syncFolder } from '../export/staging.ts';
import { acquireLock } from '../lock.ts';
import type { Project } from '../project.ts';

const ASIDE = '.curate-new';

/** The archive of a data folder while a run writes to it: under the lock of the exports, which read what is moved here. */
export class ArchivePlace {
  readonly #folder: string;
  readonly #close: () => void;
  #drafts = 0;

  /** @throws CurateError when another process is writing there */
  constructor({ data, curated }: Project) {
    this.#folder = join(data, ARCHIVE);
    mkdirSync(curated, { recursive: true });
    const lock = acquireLock(join(curated, EXPORT_LOCK));
    const aside = join(this.#folder, ASIDE);
    const clear = (): void => rmSync(aside, { recursive: true, force: true });
    const close = (): void => {
      clear();
      lock.release();
    };
    const forget = onInterrupt(close);
    this.#close = () => {
      forget();
      close();
    };
    clear(); // what a killed run left
  }

  /** Where to write aside what is kept of a file. */
  draft(): string {
    const aside = join(this.#folder, ASIDE);
    mkdirSync(this.#folder, { recursive: true });
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    return join(aside, String(this.#drafts++));
  }

  /**
   * Puts a draft in the place of what is kept of `file`; of a file of which nothing is kept, nothing stays.
   * @returns the archived file's name below the data folder, `null` when there is none
   */
  put(file: InputFile, draft: string, isEmpty: boolean): string | null {
    const name = archivedNameOf(file.name);
    const target = join(this.#folder, name);
    if (isEmpty) {
      rmSync(draft, { force: true });
      rmSync(target, { force: true });
      return null;
    }
    mkdirSync(dirname(target), { recursive: true });
    renameSync(draft, target);
    syncFolder(dirname(target));
    return `${ARCHIVE}/${name}`;
  }

  close(): void {
    this.#close();
  }
}

/** Removes a raw file from the disk. */
export function removeRaw({ path }: InputFile): void {
  unlinkSync(path);
  syncFolder(dirname(path));
}

/** The file is, by all that the system says of it, the one that was found. */
export function isUntouched({ path, bytes, modified, changed, inode }: InputFile): boolean {
  const now = statSync(path, { throwIfNoEntry: false });
  return now?.size === bytes && now.mtimeMs === modified && now.ctimeMs === changed && now.ino === inode;
}

/** To remove a link would leave what it leads to. */
export function isLink({ path }: InputFile): boolean {
  return lstatSync(path).isSymbolicLink();
}
