import { createRequire } from 'node:module';

/**
 * Loads the packages that count tokens, each when it is first wanted: to load a vocabulary takes longer than to load the
 * program, and most runs count nothing. By `require`, because stages are made where nothing can wait.
 */
export const load = createRequire(import.meta.url);
