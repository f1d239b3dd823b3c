import { defineConfig } from 'vitest/config';

/** The heavier checks: faults, real corpora, size. One file after the other, since they measure and fill disks. */
export default defineConfig({
  test: {
    reporters: ['default', './test/closingLine.ts'],
    include: ['test/heavy/**/*.test.ts'],
    testTimeout: 15 * 60_000,
    hookTimeout: 5 * 60_000,
    fileParallelism: false,
  },
});
