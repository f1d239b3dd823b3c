import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { RECORD_STAGES } from '../src/pipeline/stages.ts';

/**
 * Which folder may import which: commands → engine → {config, inputs, {recipes, validate} → targets → formats} → pipeline → measures. The report layer
 * draws values and knows neither files nor the engine; the engine knows of it only the types of what is to be drawn.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  measures: ['measures', 'packageFolder.ts'],
  pipeline: ['pipeline', 'measures', 'errors.ts'],
  formats: ['formats', 'pipeline', 'measures', 'errors.ts'],
  targets: ['targets', 'formats', 'pipeline', 'measures', 'errors.ts'],
  recipes: ['recipes', 'targets', 'formats', 'pipeline', 'measures', 'errors.ts'],
  validate: ['validate', 'targets', 'formats', 'pipeline', 'measures', 'errors.ts'],
  inputs: ['inputs', 'pipeline', 'measures', 'errors.ts'],
  config: ['config', 'pipeline', 'errors.ts'],
  report: ['report', 'pipeline', 'measures'],
  engine: [
    'engine',
    'config',
    'inputs',
    'formats',
    'targets',
    'recipes',
    'validate',
    'pipeline',
    'measures',
    'errors.ts',
    'cleanup.ts',
    'version.ts',
  ].concat('packageFolder.ts'),
  // What writes daily files: the library for chatbots, and what turns the exports of others into them.
  importers: ['importers', 'collect', 'engine', 'config', 'inputs', 'pipeline', 'measures', 'errors.ts', 'cleanup.ts'],
  collect: ['collect', 'engine', 'config', 'inputs', 'pipeline', 'measures', 'errors.ts'],
  service: ['service', 'collect', 'engine', 'config', 'report', 'inputs', 'pipeline', 'measures', 'errors.ts'].concat(
    'cleanup.ts',
    'packageFolder.ts',
    'version.ts',
  ),
  commands: ['commands', 'service', 'collect', 'importers', 'engine', 'config', 'report', 'errors.ts'].concat(
    'packageFolder.ts',
    'version.ts',
  ),
  // A script for browsers, which a page carries; of the report layer it knows what it is told.
  page: ['page'],
  // What draws and words the report is pure, so the dashboard shares it.
  dashboard: ['dashboard', 'page', 'report', 'measures'],
  widget: ['widget'],
};

/** Type-only imports that are allowed beyond those: they are gone at run time. */
const MAY_IMPORT_TYPES: Readonly<Record<string, readonly string[]>> = {
  engine: ['report'],
  importers: ['report'],
  page: ['report'],
  dashboard: ['service'],
};

const source = new URL('../src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(new URL(file, source), 'utf8');
  const found = text.matchAll(/(?:^|\n)(?:import|export)\s+(type\s)?[^;]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g);
  return [...found].map(([, type, fixed, dynamic]) => ({
    from: file,
    to: posix.join(posix.dirname(file), fixed ?? dynamic ?? ''),
    typeOnly: type !== undefined,
  }));
}

const imports = files.flatMap(importsOf);
const layerOf = (file: string): string => file.split('/')[0] ?? '';

test('imports go in one direction', () => {
  expect(imports.length).toBeGreaterThan(200);
  const wrong = imports.filter(({ from, to, typeOnly }) => {
    const allowed = MAY_IMPORT[layerOf(from)];
    if (allowed === undefined || allowed.includes(layerOf(to))) return false;
    return !(typeOnly && MAY_IMPORT_TYPES[layerOf(from)]?.includes(layerOf(to)));
  });
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('a stage imports no other stage', () => {
  const stages = new Set(RECORD_STAGES.map(({ name }) => name));
  const isStage = (file: string): boolean => file.startsWith('pipeline/') && stages.has(posix.basename(file, '.ts'));
  const wrong = imports.filter(({ from, to }) => isStage(from) && isStage(to));
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('only the shell prints and exits', () => {
  const wrong = files.filter((file) => {
    const text = readFileSync(new URL(file, source), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    const prints = /process\.(stdout|stderr)/.test(text) && !file.startsWith('commands/') && file !== 'cli.ts';
    const exits = /process\.exit/.test(text) && file !== 'cli.ts';
    return /\bconsole\./.test(text) || prints || exits;
  });
  expect(wrong).toEqual([]);
});

// A build puts modules into other files than they were written in; what these look for lies where it should in both.
test('few files know where they lie', () => {
  const knowing = files.filter((file) => readFileSync(new URL(file, source), 'utf8').includes('import.meta'));
  expect(knowing.sort()).toEqual([
    'engine/pool.ts',
    'engine/tokenizer/library.ts',
    'formats/jinja.ts',
    'packageFolder.ts',
    'pipeline/scrub/patterns.ts',
    'pipeline/scrub/phone/library.ts',
    'version.ts',
  ]);
});
