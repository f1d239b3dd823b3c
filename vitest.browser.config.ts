import { defineConfig } from 'vitest/config';

/** The page of `curate report`, the dashboard and the widget in a real browser, which has to be there: `CHROME_PATH`, or /usr/bin/chromium. */
export default defineConfig({
  test: {
    reporters: ['default', './test/closingLine.ts'],
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
