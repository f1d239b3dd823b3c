import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { exchanges } from './logs.ts';
import { Workdir } from './workdir.ts';

/**
 * What a command loads is most of the time it takes when there is nothing new to read. These lists are short on purpose:
 * before one grows, see whether the new package can be imported where it is used.
 */
const SHELL = ['commander'];
const LOOKING = [...SHELL, 'fdir', 'picomatch', 'tinyglobby', 'xxhash-wasm'];

const PRELOAD = fileURLToPath(new URL('./listLoaded.mjs', import.meta.url));
const folder = new Workdir().write({
  'data/training_logs/conversations_2026-01-01.jsonl': exchanges(0, 9),
  'data/training_logs/feedback.jsonl': [{ id: 'ex-1', stars: 5 }],
  'config/fine_tuning_config.yaml': 'goal: { examples: 20 }\n',
});

/** Addresses of the files that a run loads and reads. */
async function loadedBy(...args: string[]): Promise<string[]> {
  folder.write({ loaded: '' });
  const env = { NODE_OPTIONS: `--import=${PRELOAD}`, LOADED: `${folder.path}/loaded` };
  expect((await folder.run(args, { env })).code).toBe(0);
  const lines = folder.read('loaded').split('\n');
  return lines.filter((line) => line.startsWith('file:')); // the rest is Node's own
}

/** The packages that they belong to. */
function packagesOf(files: readonly string[]): string[] {
  const names = files.map((file) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/** Our own among them. */
function ownOf(files: readonly string[]): string[] {
  return files.filter((file) => !file.includes('/node_modules/'));
}

/** Whether a file is neither code nor settings: the tables of languages, for one. */
function isTable(file: string): boolean {
  return !/\.(?:m?js|jsonl?|yaml|checked)$/.test(file);
}

beforeAll(async () => {
  await wait(2100); // a log that changed less than two seconds before its survey is hashed by the next run
  expect((await folder.run(['stats'])).code).toBe(0);
});

test.each(['--version', '--help'])('%s loads nothing but the parser of the command line', async (flag) => {
  const files = await loadedBy(flag);
  expect(packagesOf(files)).toEqual(SHELL);
  expect(ownOf(files).length).toBeLessThan(8);
});

test.each([
  ['progress', LOOKING],
  ['stats', LOOKING],
  ['check', LOOKING],
])('%s loads no stage, schema or worker when there is nothing new', async (command, packages) => {
  const files = await loadedBy(command, '--json');
  expect(packagesOf(files)).toEqual(packages);
  expect(ownOf(files).filter(isTable)).toEqual([]);
  expect(ownOf(files).length).toBeLessThan(20); // a hundred modules are bundled into these
});

test('an erasure that finds nothing loads no stage, schema or worker either', async () => {
  const args = ['--user', 'nobody', '--dry-run', '--json', '--quiet'];
  const files = await loadedBy('forget', ...args);
  expect(packagesOf(files)).toEqual(LOOKING);
  expect(ownOf(files).filter(isTable)).toEqual([]);
});

test('a report for people takes the package for tables besides', async () => {
  const packages = packagesOf(await loadedBy('progress'));
  expect(packages).toEqual(expect.arrayContaining([...LOOKING, 'cli-table3']));
  expect(packages.filter((name) => ['zod', 'js-yaml', 'ora', 'libphonenumber-js'].includes(name))).toEqual([]);
});

test('the list tells of everything: what is imported, required or read', async () => {
  const files = await loadedBy('stats', '--no-cache', '--workers', '1');
  for (const part of ['/zod/', '/js-yaml/', '/tinypool/', '/config/fine_tuning_config.yaml', '/package.json']) {
    expect(
      files.some((file) => file.includes(part)),
      part,
    ).toBe(true);
  }
});
