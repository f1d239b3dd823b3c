import { appendFileSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DailyFiles, type DailyFilesOptions } from '../../src/collect/dailyFiles.ts';
import type { FileCalls } from '../../src/collect/fileCalls.ts';
import { nodeFiles } from '../../src/collect/nodeFiles.ts';

const DAY = '2026-03-04';
const NOON = Date.parse(`${DAY}T12:00:00Z`);
const MIDNIGHT = Date.parse('2026-03-05T00:00:00Z');

let root = '';
let folder = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'curate-daily-'));
  folder = join(root, 'training_logs');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function daily(options: Partial<DailyFilesOptions> = {}): DailyFiles {
  return new DailyFiles({
    folder,
    stem: 'conversations',
    durability: 'os',
    sync_every_ms: 1000,
    timeout_ms: 2000,
    max_waiting_bytes: 1_000_000,
    now: () => NOON,
    ...options,
  });
}

const pathOf = (day: string): string => join(folder, `conversations_${day}.jsonl`);
const textOf = (day: string): string => readFileSync(pathOf(day), 'utf8');

test.each(['os', 'batch', 'fsync'] as const)('lines stand in the file of the day in order (%s)', async (durability) => {
  const files = daily({ durability });
  await files.append('{"a":1}');
  await Promise.all([files.append('{"b":"ü"}'), files.append('{"c":3}')]);
  await files.close();
  expect(textOf(DAY)).toBe('{"a":1}\n{"b":"ü"}\n{"c":3}\n');
});

test('others than owner and group read nothing', async () => {
  const files = daily();
  await files.append('{}');
  await files.close();
  expect(statSync(pathOf(DAY)).mode & 0o007).toBe(0);
  expect(statSync(folder).mode & 0o007).toBe(0);
});

test('at midnight, UTC, the next file; with a clock set back, the one before', async () => {
  let now = MIDNIGHT - 1;
  const files = daily({ now: () => now });
  await files.append('1');
  now = MIDNIGHT;
  await files.append('2');
  now = MIDNIGHT - 1;
  await files.append('3');
  await files.close();
  expect([textOf(DAY), textOf('2026-03-05')]).toEqual(['1\n3\n', '2\n']);
});

test('the torn line of a crashed writer is closed off, whoever left it there and when', async () => {
  const files = daily();
  await files.append('{"a":1}');
  appendFileSync(pathOf(DAY), '{"torn');
  await files.append('{"b":2}');
  await files.close();
  appendFileSync(pathOf(DAY), '{"torn');
  const others = daily();
  await others.append('{"c":3}');
  await others.close();
  expect(textOf(DAY)).toBe('{"a":1}\n{"torn\n{"b":2}\n{"torn\n{"c":3}\n');
});

test('a file that was moved, replaced or removed is opened anew, and so is its folder', async () => {
  const files = daily();
  await files.append('1');
  renameSync(pathOf(DAY), join(folder, 'moved.1'));
  await files.append('2');
  writeFileSync(join(folder, 'aside'), 'anew\n');
  renameSync(join(folder, 'aside'), pathOf(DAY));
  await files.append('3');
  expect(textOf(DAY)).toBe('anew\n3\n');
  rmSync(folder, { recursive: true });
  await files.append('4');
  await files.close();
  expect(textOf(DAY)).toBe('4\n');
});

test('after its close a line is refused', async () => {
  const files = daily();
  await files.append('1');
  await files.close();
  await files.close();
  await expect(files.append('2')).rejects.toMatchObject({ cause_code: 'closed' });
});

test('what cannot be one line is refused', async () => {
  const files = daily();
  await expect(files.append('1\n2')).rejects.toThrow('one line');
  await files.close();
});

test('where a file stands in the place of the folder, the error says where', async () => {
  writeFileSync(folder, '');
  const files = daily();
  const failure = expect(files.append('1')).rejects;
  await failure.toMatchObject({ cause_code: 'unwritable' });
  await files.close();
});

test('a folder that no file system can take is an error, again and again, and keeps nobody else waiting', async () => {
  const files = daily({ folder: `${folder}\u0000` });
  for (let n = 0; n < 4; n++) await expect(files.append('1')).rejects.toMatchObject({ cause_code: 'unwritable' });
  const others = daily();
  await others.append('1');
  await Promise.all([files.close(), others.close()]);
});

test('what is replaced under every line is given up, and the next line tries again', async () => {
  let isReplaced = true;
  const calls: FileCalls = {
    ...nodeFiles,
    async open(path, mode) {
      const file = await nodeFiles.open(path, mode);
      const { device, inode } = file;
      return {
        ...{ device, inode, size: () => file.size(), sync: () => file.sync(), close: () => file.close() },
        read: (target, position) => file.read(target, position),
        write: (bytes) => file.write(bytes),
        atPath: () => (isReplaced ? undefined : file.atPath()),
      };
    },
    wait: () => Promise.resolve(),
  };
  const files = daily({ files: calls });
  await expect(files.append('1')).rejects.toThrow('it is replaced by another file');
  isReplaced = false;
  await files.append('2');
  await files.close();
  expect(textOf(DAY)).toMatch(/^(1\n)+2\n$/);
});
