import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultConfig } from '../src/config/config.ts';
import { loadConfig } from '../src/config/load.ts';

const home = process.cwd();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'curate-config-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

test('without a file the defaults hold', () => {
  expect(loadConfig()).toEqual({ config: defaultConfig(), file: undefined });
});

test('the usual file is read when it is there, and --config goes before it', () => {
  mkdirSync('config');
  writeFileSync('config/fine_tuning_config.yaml', '\ufeffsplit: { seed: 1 }\r\n');
  writeFileSync('other.yaml', 'split: { seed: 2 }');
  expect(loadConfig()).toMatchObject({ config: { split: { seed: 1 } }, file: 'config/fine_tuning_config.yaml' });
  expect(loadConfig('other.yaml')).toMatchObject({ config: { split: { seed: 2 } }, file: 'other.yaml' });
});

test('format names are checked when they are known', () => {
  writeFileSync('config.yaml', 'export: { format: csvv }');
  expect(loadConfig('config.yaml').config.export.format).toBe('csvv');
  expect(() => loadConfig('config.yaml', ['csv'])).toThrow('did you mean `csv`?');
});

test('a file that cannot be used is named, with what to do', () => {
  writeFileSync('latin1.yaml', Buffer.from([0x61, 0x3a, 0x20, 0xe9]));
  writeFileSync('log.yaml', `{"user_message": "${'x'.repeat(1 << 20)}"}`);
  expect(() => loadConfig('missing.yaml')).toThrow(/^There is no file missing\.yaml; check the name/);
  expect(() => loadConfig(folder)).toThrow(`${folder} is a folder; name the config file inside it.`);
  expect(() => loadConfig('latin1.yaml')).toThrow('latin1.yaml is not UTF-8 text; save it as UTF-8.');
  expect(() => loadConfig('log.yaml')).toThrow('log.yaml is over 1 MiB, which no config is; check the name.');
  expect(() => loadConfig('log.yaml/inside')).toThrow('log.yaml/inside cannot be read (ENOTDIR).');
});
