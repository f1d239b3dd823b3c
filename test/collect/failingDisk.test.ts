import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DailyFiles, type DailyFilesOptions } from '../../src/collect/dailyFiles.ts';
import { type Faults, faultyFiles, systemError } from './faultyFiles.ts';

let folder = '';
let faults: Faults = {};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'curate-failing-'));
  faults = {};
});
afterEach(() => rmSync(folder, { recursive: true }));

function daily(options: Partial<DailyFilesOptions> = {}): DailyFiles {
  const settings = { stem: 'feedback', sync_every_ms: 5, timeout_ms: 2000, max_waiting_bytes: 1000 };
  const now = (): number => Date.parse('2026-03-04T12:00:00Z');
  return new DailyFiles({ folder, durability: 'os', now, files: faultyFiles(faults), ...settings, ...options });
}

const text = (): string => readFileSync(join(folder, 'feedback_2026-03-04.jsonl'), 'utf8');

/** `stored`, or why not, of each. */
function outcomes(lines: readonly Promise<void>[]): Promise<string[]> {
  const code = (reason: unknown): string =>
    reason instanceof Error && 'cause_code' in reason ? String(reason.cause_code) : String(reason);
  return Promise.all(lines.map((line) => line.then(() => 'stored', code)));
}

test('a disk that hangs: lines fail in time, what waited is not written later, and the file can be closed', async () => {
  const files = daily({ timeout_ms: 100 });
  await files.append('1');
  let goOn = (): void => {};
  const hung = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const hangs = new Promise<void>((resolve) => {
    faults.write = (bytes, go) => {
      resolve();
      return hung.then(() => go(bytes));
    };
  });
  const first = files.append('2');
  await hangs;
  const began = performance.now();
  expect(await outcomes([first, files.append('3'), files.append('4')])).toEqual(['timeout', 'timeout', 'timeout']);
  expect(performance.now() - began).toBeLessThan(1000);
  await files.close();
  goOn();
  await vi.waitFor(() => expect(text()).toBe('1\n2\n'));
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(text()).toBe('1\n2\n');
});

test('a slow disk: more than may wait fails at once, and what waits is stored', async () => {
  const files = daily();
  faults.write = (bytes, go) => new Promise((resolve) => setTimeout(resolve, 10)).then(() => go(bytes));
  const long = 'x'.repeat(399);
  const written = outcomes(Array.from({ length: 5 }, () => files.append(long)));
  expect(await written).toEqual(['stored', 'stored', 'waiting', 'waiting', 'waiting']);
  expect(await outcomes([files.append('2')])).toEqual(['stored']);
  await files.close();
  expect(text()).toBe(`${long}\n${long}\n2\n`);
});

test.each(['ENOSPC', 'EDQUOT'])(
  'a full disk (%s): the line that came to its end is stored, the torn one is closed off',
  async (code) => {
    const files = daily();
    let room = 10;
    faults.write = (bytes, go) => {
      const taken = Math.min(room, bytes.length);
      room -= taken;
      return taken === 0 ? Promise.reject(systemError(code)) : go(bytes.subarray(0, taken));
    };
    expect(await outcomes(['11111', '22222', '33333'].map((line) => files.append(line)))).toEqual([
      'stored',
      'full',
      'full',
    ]);
    expect(await outcomes([files.append('4')])).toEqual(['full']);
    room = 1000;
    expect(await outcomes([files.append('5')])).toEqual(['stored']);
    await files.close();
    expect(text()).toBe('11111\n2222\n5\n');
  },
);

test.each(['EACCES', 'EROFS', 'EIO'])(
  'a file that cannot be opened (%s): the error says so, and the next line tries again',
  async (code) => {
    const files = daily();
    faults.open = () => Promise.reject(systemError(code));
    await expect(files.append('1')).rejects.toThrow(`the file system says ${code}`);
    expect(await outcomes([files.append('2'), files.append('3')])).toEqual(['unwritable', 'unwritable']);
    delete faults.open;
    expect(await outcomes([files.append('4')])).toEqual(['stored']);
    await files.close();
    expect(text()).toBe('4\n');
  },
);

test('fsync: lines that came together share one, and none is stored without', async () => {
  let synced = 0;
  const files = daily({ durability: 'fsync' });
  faults.sync = (go) => go().then(() => void synced++);
  await outcomes(Array.from({ length: 10 }, (_, n) => files.append(String(n))));
  expect(synced).toBe(1);
  faults.sync = () => Promise.reject(systemError('EIO'));
  expect(await outcomes([files.append('a')])).toEqual(['unwritable']);
  delete faults.sync;
  await files.close();
});

test('batch: one sync for many lines; the next caller and the close hear of its failure', async () => {
  let synced = 0;
  const files = daily({ durability: 'batch' });
  faults.sync = (go) => go().then(() => void synced++);
  for (let n = 0; n < 10; n++) await files.append(String(n));
  await vi.waitFor(() => expect(synced).toBeGreaterThan(0));
  expect(synced).toBeLessThan(10);
  faults.sync = () => Promise.reject(systemError('EIO'));
  await files.append('a');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await outcomes([files.append('b'), files.append('c')])).toEqual(['unwritable', 'stored']);
  await expect(files.close()).rejects.toThrow('could not be brought to the disk (EIO)');
  expect(text().endsWith('9\na\nc\n')).toBe(true);
});

test('at midnight lines of the old day that hang keep none of the new day waiting', async () => {
  let now = Date.parse('2026-03-04T23:59:59Z');
  const files = daily({ timeout_ms: 100, now: () => now });
  const hangs = new Promise<void>((resolve) => {
    faults.write = () => {
      resolve();
      return new Promise(() => {});
    };
  });
  const old = files.append('1');
  await hangs;
  delete faults.write;
  now += 1000;
  expect(await outcomes([files.append('2'), old])).toEqual(['stored', 'timeout']);
  await files.close();
  expect(readFileSync(join(folder, 'feedback_2026-03-05.jsonl'), 'utf8')).toBe('2\n');
});
