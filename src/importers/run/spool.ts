import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { onInterrupt } from '../../cleanup.ts';
import { FOLDER_MODE } from '../../collect/openLog.ts';
import { inputOfImport } from '../../engine/importAside.ts';

export interface Spooled {
  readonly path: string;
  remove(): void;
}

/** Keeps standard input in a file while it is imported: files are read twice. It is as private as the logs beside it. */
export async function spool(input: Readable, folder: string): Promise<Spooled> {
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  const path = inputOfImport(folder);
  const forget = onInterrupt(() => rmSync(path, { force: true }));
  const remove = (): void => {
    rmSync(path, { force: true });
    forget();
  };
  try {
    await pipeline(input, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    remove();
    throw error;
  }
  return { path, remove };
}
