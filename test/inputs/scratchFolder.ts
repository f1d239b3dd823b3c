import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { findFiles, type InputFile } from '../../src/inputs/files.ts';

/** A folder of its own for one test file, removed at the end. */
export class ScratchFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'curate-inputs-'));

  constructor() {
    afterAll(() => rmSync(this.path, { recursive: true }));
  }

  write(name: string, content: string | Buffer): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** Writes a file and finds it. */
  async input(name: string, content: string | Buffer): Promise<InputFile> {
    this.write(name, content);
    const [file] = await findFiles([name], this.path);
    if (file === undefined) throw new Error(`${name} is not found`);
    return file;
  }
}
