import { cpSync, existsSync } from 'node:fs';
import { PACKAGE_FOLDER } from '../../src/packageFolder.ts';

/** Compiled tools have `build/` for the package's folder; what they detect languages by, `npm run build` puts into `dist/`. */
export function bringLanguageTables(): void {
  const from = new URL('../dist/language/', PACKAGE_FOLDER);
  if (existsSync(from)) cpSync(from, new URL('dist/language/', PACKAGE_FOLDER), { recursive: true });
}
