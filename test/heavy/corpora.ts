import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type TestFunction, test } from 'vitest';

/** Real conversations and hostile bytes, kept beside the checkout; not every machine has them. */
const CORPORA = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));

export const hasCorpora = existsSync(CORPORA);
if (!hasCorpora) process.stderr.write(`passed over: there is no ${CORPORA}\n`);

/** The absolute path of a file or folder of the corpora. */
export const corpus = (name: string): string => CORPORA + name;

/** A test that needs the corpora; where they are missing it is shown as passed over. */
export function testOnCorpora(name: string, run: TestFunction): void {
  test.skipIf(!hasCorpora)(name, run);
}
