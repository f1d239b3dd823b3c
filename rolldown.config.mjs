import { readFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';

/**
 * Node takes a third of a millisecond to find, read and link a module, and most commands need a hundred: in a few files
 * they start in four fifths of the time (docs/performance.md). Packages stay packages, as npm installed them.
 */
const program = defineConfig({
  input: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    workerThread: 'src/engine/workerThread.ts',
    postThread: 'src/engine/recognizer/postThread.ts',
    lookThread: 'src/service/looks/lookThread.ts',
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

/**
 * The script of the page that `curate report` writes, with what it takes of Chart.js. Both packages in it ask that their
 * licence goes wherever they go, so it stands at its head, and so in every page.
 */
const page = defineConfig({
  input: { charts: 'src/page/main.ts' },
  platform: 'browser',
  tsconfig: 'tsconfig.page.json',
  output: {
    dir: 'dist/page',
    format: 'iife',
    minify: true,
    comments: { legal: true },
    entryFileNames: '[name].js',
    postBanner: `/*!\n${licenceOf('chart.js')}\n${licenceOf('@kurkle/color')}*/`,
  },
});

/** The dashboard of `curate serve`: its script, again with what it takes of Chart.js and the licences, its page and its style. */
const dashboard = defineConfig({
  input: { dashboard: 'src/dashboard/main.ts' },
  platform: 'browser',
  tsconfig: 'tsconfig.page.json',
  plugins: [asTheyAre(['index.html', 'dashboard.css'], 'src/dashboard/')],
  output: { ...page.output, dir: 'dist/dashboard' },
});

/** The script that pages of others load: `<curate-feedback>`, all in one file. */
const widget = defineConfig({
  input: { widget: 'src/widget/main.ts' },
  platform: 'browser',
  tsconfig: 'tsconfig.page.json',
  output: { dir: 'dist/widget', format: 'iife', minify: true, entryFileNames: '[name].js' },
});

export default [program, page, dashboard, widget];

/** Puts files beside a bundle. */
function asTheyAre(names, folder) {
  return {
    name: 'as-they-are',
    generateBundle() {
      for (const fileName of names)
        this.emitFile({ type: 'asset', fileName, source: readFileSync(`${folder}${fileName}`, 'utf8') });
    },
  };
}

function licenceOf(name) {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}. ${readFileSync(`node_modules/${name}/LICENSE.md`, 'utf8')}`;
}
