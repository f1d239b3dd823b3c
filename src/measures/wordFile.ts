import { readFileSync } from 'node:fs';
import { PACKAGE_FOLDER } from '../packageFolder.ts';

/**
 * Reads a file of word lists that `scripts/pack_word_lists.mjs` packed into the build, as JSON. In `dist/` also for the sources,
 * so that tests, which run them, use what the last build made.
 * @throws Error when the build did not pack it
 */
export function readWordFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`dist/words/${name}`, PACKAGE_FOLDER), 'utf8'));
}
