import {
  closeSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { onInterrupt } from '../../cleanup.ts';
import { ARCHIVE, archivedNameOf } from '../../inputs/archivedFiles.ts';
import type { InputFile } from '../../inputs/files.ts';
import { EXPORT_LOCK, syncFolder } from '../export/staging.ts';
import { carryRest } from '../forget/carryOver.ts';
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

  /** Removes what was put in the place of a file that is there again. */
  takeBack(file: InputFile): void {
    rmSync(join(this.#folder, archivedNameOf(file.name)), { force: true });
  }

  close(): void {
    this.#close();
  }
}

/**
 * Removes a raw file from the disk, but not what a chatbot, its clock set back, has appended up to the last moment: then it is put back. Whoever
 * looks at the path behind his write and finds the file there knows that his line stays.
 * @returns whether it is gone
 */
export function removeRaw({ path, bytes, gzip, array }: InputFile): boolean {
  const descriptor = openSync(path, 'r');
  try {
    unlinkSync(path);
    const { size, mode } = fstatSync(descriptor);
    const isGone = gzip || array || size === bytes;
    if (!isGone) putBack(descriptor, path, mode);
    syncFolder(dirname(path));
    return isGone;
  } finally {
    closeSync(descriptor);
  }
}

/** Others may have begun the file anew by now. */
function putBack(descriptor: number, path: string, mode: number): void {
  const fresh = openSync(path, 'a+', mode);
  try {
    carryRest(descriptor, fresh, 0, 0);
    fsyncSync(fresh);
  } finally {
    closeSync(fresh);
  }
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
