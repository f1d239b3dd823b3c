import { cpSync, existsSync } from 'node:fs';
import { PACKAGE_FOLDER } from '../../src/packageFolder.ts';

/** Folders of `dist/` with what measures read: the tables of languages, lists of words. */
const FOLDERS = ['language', 'words'];

/** Compiled tools have `build/` for the package's folder; what measures read, `npm run build` puts into `dist/`. */
export function bringTables(): void {
  for (const folder of FOLDERS) {
    const from = new URL(`../dist/${folder}/`, PACKAGE_FOLDER);
    if (existsSync(from)) cpSync(from, new URL(`dist/${folder}/`, PACKAGE_FOLDER), { recursive: true });
  }
}
