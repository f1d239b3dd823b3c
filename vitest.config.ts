import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './test/closingLine.ts'],
    include: ['test/**/*.test.ts'],
    // `npm run test:heavy`: minutes, real corpora, a full disk. `npm run test:browser`: a browser.
    exclude: [...configDefaults.exclude, 'test/heavy/**', 'test/browser/**'],
    // Every file would load our modules anew: a fifth of all the time. No test leaves anything behind in them.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest leaves one core to the editor; two files at once halve the time on a machine of two cores.
    maxWorkers: Math.max(2, availableParallelism()),
  },
});
