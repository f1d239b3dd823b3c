import { dirname } from 'node:path';
import type { FileCalls, OpenFile } from './fileCalls.ts';

/** Logs are private: others than the owner and the group have no part in them. An umask may take the group's, too. */
export const FILE_MODE = 0o640;
export const FOLDER_MODE = 0o750;

/**
 * Opens a log to be appended to; it and its folder are made where they are missing.
 * @param onDisk wait until their names are on the disk
 * @throws the error of the file system
 */
export async function openLog(files: FileCalls, path: string, onDisk: boolean): Promise<OpenFile> {
  const folder = dirname(path);
  let made: string | undefined;
  const file = await files.open(path, FILE_MODE).catch(async (error: unknown) => {
    if (!isMissing(error)) throw error;
    made = await files.makeFolder(folder, FOLDER_MODE);
    return files.open(path, FILE_MODE);
  });
  if (!onDisk) return file;
  try {
    await syncNames(files, folder, made === undefined ? folder : dirname(made));
    return file;
  } catch (error) {
    await file.close().catch(() => {}); // it is the first error that counts
    throw error;
  }
}

/** From `folder` up to `top`. */
async function syncNames(files: FileCalls, folder: string, top: string): Promise<void> {
  for (let at = folder; ; at = dirname(at)) {
    await files.syncFolder(at);
    if (at === top || at === dirname(at)) return;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
