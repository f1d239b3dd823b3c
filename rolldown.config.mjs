import { defineConfig } from 'rolldown';

/**
 * Node takes a third of a millisecond to find, read and link a module, and most commands need a hundred: in a few files
 * they start in four fifths of the time (docs/performance.md). Packages stay packages, as npm installed them.
 */
export default defineConfig({
  input: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    workerThread: 'src/engine/workerThread.ts',
    postThread: 'src/engine/recognizer/postThread.ts',
  },
  platform: 'node',
  external: /^[^./]/,
  output: {
    dir: 'dist',
    cleanDir: true,
    // Flat, since `packageFolder.ts` and `pool.ts` look for their files from where their bundle lies.
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: {
      // Each with what it imports, unless that is in a group before; what else there is splits by who loads it.
      groups: [
        { name: 'program', test: /src\/(program|cleanup|engine\/fileProblem)\.ts$/, priority: 2 },
        { name: 'look', test: /src\/(commands\/context|engine\/(progress|stats)Report)\.ts$/, priority: 1 },
      ],
    },
  },
});
