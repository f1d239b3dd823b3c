import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registerInit } from '../src/commands/init.ts';
import { defaultConfig } from '../src/config/config.ts';
import { loadConfig } from '../src/config/load.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'curate-init-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function init(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const printed = (spy: typeof stdout) => spy.mock.calls.map(([text]) => String(text)).join('');
  try {
    const program = new Command();
    registerInit(program);
    await program.parseAsync(['init', ...args], { from: 'user' });
    return { stdout: printed(stdout), stderr: printed(stderr) };
  } finally {
    vi.restoreAllMocks();
  }
}

test('makes the config, its schema and the data folders, and says what comes next', async () => {
  const project = join(folder, 'new', 'project');
  const { stdout, stderr } = await init(project);
  expect(readdirSync(project, { recursive: true }).map(String).sort()).toEqual([
    'config',
    'config/fine_tuning_config.schema.json',
    'config/fine_tuning_config.yaml',
    'data',
    'data/curated',
    'data/training_logs',
  ]);
  expect(stdout).toContain(`created  ${project}/config/fine_tuning_config.yaml\n`);
  expect(stderr).toContain('then run `curate stats`');
  expect(loadConfig(join(project, 'config/fine_tuning_config.yaml')).config).toEqual(defaultConfig());
});

test('leaves every file that is there and makes the rest', async () => {
  await init(folder);
  const config = join(folder, 'config/fine_tuning_config.yaml');
  writeFileSync(config, 'split: { seed: 7 }');
  rmSync(join(folder, 'data'), { recursive: true });
  const { stdout, stderr } = await init(folder, '--json');
  expect(JSON.parse(stdout)).toEqual({
    command: 'init',
    created: [`${folder}/data/training_logs/`, `${folder}/data/curated/`],
    existing: [`${folder}/config/`, config, `${folder}/config/fine_tuning_config.schema.json`],
  });
  expect(stderr).toBe('');
  expect(readFileSync(config, 'utf8')).toBe('split: { seed: 7 }');
  expect((await init(folder, '--quiet')).stdout).toContain(`kept     ${config} (it is there already)\n`);
});

test('a file where a folder belongs is the user’s to move', async () => {
  writeFileSync(join(folder, 'data'), '');
  await expect(init(folder)).rejects.toThrow(/data\/training_logs cannot be made \(E\w+\): a file stands where/);
  expect(readFileSync(join(folder, 'data'), 'utf8')).toBe('');
});
