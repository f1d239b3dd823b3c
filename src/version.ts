import { readFileSync } from 'node:fs';
import { PACKAGE_FOLDER } from './packageFolder.ts';

/** The version in package.json. */
export function version(): string {
  return readField(new URL('package.json', PACKAGE_FOLDER), 'version');
}

/** A hash over the code of this build, see `scripts/stamp_build.mjs`; `undefined` for code that was not built. */
export function buildStamp(): string | undefined {
  try {
    return readField(new URL('build.json', import.meta.url), 'code');
  } catch {
    return undefined;
  }
}

/** A field of a JSON file of our own. */
function readField(file: URL, name: string): string {
  const fields: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(file, 'utf8'));
  return String(fields[name]);
}
