import { statSync } from 'node:fs';
import type { InputFile } from '../inputs/files.ts';
import type { Pool } from './pool.ts';

/** The content of a raw file, told by its hash; each part is hashed once. */
export class FileContent {
  /** The file with the time stamps of now, by which later changes are noticed; as long as it was when the run began. */
  readonly file: InputFile;
  readonly #pool: Pool;
  readonly #hashes = new Map<number, Promise<{ hash: string; unchanged: boolean }>>();

  constructor(file: InputFile, pool: Pool) {
    this.file = { ...file, ...stampsOf(file) };
    this.#pool = pool;
  }

  /** SHA-256 of the first `bytes` bytes, in hexadecimal. */
  async hash(bytes: number): Promise<string> {
    return (await this.#hashOnce(bytes)).hash;
  }

  /**
   * The hash of the first `bytes` bytes if they have been the same since this object was made, `undefined` otherwise. A
   * file that was written to meanwhile is hashed twice: a log that only grew still has what was surveyed. The first of
   * the two must be of the file as it was before anyone wrote to it, or both could be of what came after the survey.
   */
  async hashUnchanged(bytes: number): Promise<string | undefined> {
    const { hash, unchanged } = await this.#hashOnce(bytes);
    if (!unchanged) return undefined;
    if (this.#isUntouched()) return hash;
    return stampsOf(this.file)?.inode === this.file.inode && (await this.#hashNow(bytes)) === hash ? hash : undefined;
  }

  #hashOnce(bytes: number): Promise<{ hash: string; unchanged: boolean }> {
    const known = this.#hashes.get(bytes);
    if (known !== undefined) return known;
    const hash = this.#hashNow(bytes).then((hash) => ({ hash, unchanged: this.#isUntouched() }));
    this.#hashes.set(bytes, hash);
    return hash;
  }

  #isUntouched(): boolean {
    const now = stampsOf(this.file);
    const { modified, changed, inode } = this.file;
    return now?.modified === modified && now.changed === changed && now.inode === inode;
  }

  #hashNow(bytes: number): Promise<string> {
    return this.#pool.hash({ kind: 'hash', file: { ...this.file, bytes } });
  }
}

function stampsOf({ path }: InputFile): Pick<InputFile, 'modified' | 'changed' | 'inode'> | undefined {
  const facts = statSync(path, { throwIfNoEntry: false });
  return facts === undefined ? undefined : { modified: facts.mtimeMs, changed: facts.ctimeMs, inode: facts.ino };
}
