import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeRaw } from '../../../src/engine/prune/archivePlace.ts';
import { inputFile } from '../../../src/inputs/files.ts';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'curate-remove-'));
  path = join(folder, 'conversations_2020-01-01.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a raw log goes', () => {
  writeFileSync(path, '{"id":1}\n');
  expect(removeRaw(inputFile(path, folder))).toBe(true);
  expect(existsSync(path)).toBe(false);
});

test('one that has grown up to the last moment comes back, with its rights', () => {
  writeFileSync(path, '{"id":1}\n', { mode: 0o600 });
  const file = inputFile(path, folder);
  writeFileSync(path, '{"id":2}\n', { flag: 'a' });
  expect(removeRaw(file)).toBe(false);
  expect(readFileSync(path, 'utf8')).toBe('{"id":1}\n{"id":2}\n');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
