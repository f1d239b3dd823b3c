import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, expect, test } from 'vitest';
import { DailyFiles } from '../../../src/collect/dailyFiles.ts';
import { DAY, lineOf, NOON } from './lines.ts';

const root = mkdtempSync(join(tmpdir(), 'curate-disks-'));
const mounted: string[] = [];
const run = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

/** Mounts a disk on a folder of its own. @returns where, if that can be done here */
function mount(name: string, ...args: string[]): string | undefined {
  const folder = join(root, name);
  mkdirSync(folder);
  if (process.getuid?.() !== 0 || !run('mount', ...args, folder)) return undefined;
  mounted.push(folder);
  return folder;
}

function mountImage(): string | undefined {
  const image = join(root, 'image');
  writeFileSync(image, '');
  truncateSync(image, 64 * 1024 * 1024);
  return run('mkfs.ext4', '-q', image) ? mount('ext4', '-o', 'loop', image) : undefined;
}

const small = mount('small', '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs');
const freezable = mountImage();
if (small === undefined || freezable === undefined)
  process.stderr.write('passed over: full and hung disks need root, and a system that mounts a tmpfs and an image\n');

afterAll(() => {
  for (const folder of mounted) {
    run('fsfreeze', '-u', folder);
    expect(run('umount', folder), folder).toBe(true);
  }
  rmSync(root, { recursive: true });
});

function daily(folder: string, timeout_ms: number, durability: 'os' | 'fsync' | 'batch' = 'os'): DailyFiles {
  const settings = { durability, sync_every_ms: 50, timeout_ms, max_waiting_bytes: 1 << 24, now: () => NOON };
  return new DailyFiles({ folder, stem: 'conversations', ...settings });
}

const linesOf = (folder: string): string[] =>
  readFileSync(join(folder, `conversations_${DAY}.jsonl`), 'utf8').split('\n');

function codeOf(reason: unknown): string {
  return reason instanceof Error && 'cause_code' in reason ? String(reason.cause_code) : String(reason);
}

test.skipIf(small === undefined).each(['os', 'fsync', 'batch'] as const)(
  'a full disk: what was acknowledged is there, the rest is an error, and with room again it goes on (%s)',
  async (durability) => {
    const folder = join(small ?? '', durability);
    const files = daily(folder, 5000, durability);
    const stored: string[] = [];
    const codes = new Set<string>();
    const log = (id: string): Promise<void> =>
      files.append(lineOf(id, 50_000)).then(
        () => void stored.push(id),
        (reason) => void codes.add(codeOf(reason)),
      );
    for (let round = 0; round < 40; round++)
      await Promise.all(Array.from({ length: 10 }, (_, n) => log(`${durability}-${round}-${n}`)));
    expect([...codes]).toEqual(['full']);
    expect(statfsSync(folder).bavail).toBeLessThan(20);
    run('mount', '-o', 'remount,size=16m', small ?? '');
    await log('again');
    expect(stored.at(-1)).toBe('again');
    await files.close();
    const lines = linesOf(folder);
    expect(stored.filter((id) => !lines.includes(lineOf(id, 50_000)))).toEqual([]);
    expect(lines.filter((line) => line.lastIndexOf('{"id"') > 0)).toEqual([]);
    rmSync(folder, { recursive: true });
    run('mount', '-o', 'remount,size=4m', small ?? '');
  },
);

test.skipIf(small === undefined)('a disk that becomes read-only: an error that says so, and no crash', async () => {
  const folder = join(small ?? '', 'fixed');
  const files = daily(folder, 5000);
  await files.append('1');
  await files.close();
  run('mount', '-o', 'remount,ro', small ?? '');
  const others = daily(folder, 5000);
  await expect(others.append('2')).rejects.toThrow('EROFS');
  run('mount', '-o', 'remount,rw', small ?? '');
  await others.append('3');
  await others.close();
  expect(linesOf(folder)).toEqual(['1', '3', '']);
});

test.skipIf(freezable === undefined)(
  'a disk that hangs: lines fail in time, the chatbot goes on, and nothing acknowledged is lost',
  async () => {
    const folder = join(freezable ?? '', 'logs');
    const files = daily(folder, 300);
    await files.append('before');
    expect(run('fsfreeze', '-f', freezable ?? '')).toBe(true);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const codes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => files.append(`hung ${n}`).then(() => 'stored', codeOf)),
    );
    // Others of the chatbot want the thread pool, too.
    expect((await stat(root)).isDirectory()).toBe(true);
    delay.disable();
    expect(codes).toEqual(Array(20).fill('timeout'));
    expect(delay.max / 1e6).toBeLessThan(250);
    expect(run('fsfreeze', '-u', freezable ?? '')).toBe(true);
    await files.append('after');
    await files.close();
    const lines = linesOf(folder);
    expect([lines.at(0), lines.at(-2), lines.at(-1)]).toEqual(['before', 'after', '']);
  },
);
