import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generate } from '../../bench/generate.ts';
import { damage, filesBelow } from '../commands/exported.ts';
import { type Run, Workdir } from '../commands/workdir.ts';

const folder = new Workdir();
const data = join(folder.path, 'data');
const curated = join(data, 'curated');
const chatml = join(curated, 'chatml');
const OLD = ['export', '--quiet', '--until', '2026-01-01'];
const NEW = ['export', '--quiet'];
const FULL = /^curate: .*: the disk is full; free some space and run the command again\. .*\n$/;

const hasDisk = process.getuid?.() === 0 && mountDisk();
if (!hasDisk) process.stderr.write('passed over: filling a disk needs root, and a system that mounts a tmpfs\n');

function mount(...options: string[]): boolean {
  return spawnSync('mount', [...options, 'tmpfs', curated]).status === 0;
}

function mountDisk(): boolean {
  mkdirSync(curated, { recursive: true });
  return mount('-t', 'tmpfs', '-o', 'size=64m');
}

afterAll(() => {
  if (hasDisk) expect(spawnSync('umount', [curated]).status).toBe(0);
});

/** Bytes that an export of everything takes, and the hash of the one that is to survive. */
let needed = 0;
let survivor = '';

beforeAll(async () => {
  if (!hasDisk) return;
  generate({ exchanges: 3_000, out: data, days: 5, seed: 11 });
  const packed = 'data/training_logs/conversations_2026-01-04.jsonl';
  folder.write({ [`${packed}.gz`]: gzipSync(folder.bytes(packed)) });
  spawnSync('rm', [join(folder.path, packed)]);
  expect((await folder.run([...NEW, '-o', 'elsewhere'])).code).toBe(0);
  const written = join(folder.path, 'elsewhere');
  needed = filesBelow(written).reduce((sum, name) => sum + statSync(join(written, name)).size, 0);
  expect((await folder.run(OLD)).code).toBe(0);
  survivor = readFileSync(join(chatml, 'manifest.json'), 'utf8');
});

/** Makes the disk so large that `free` bytes are left on it. */
function leave(free: number): void {
  const { bsize, blocks, bavail } = statfsSync(curated);
  const size = (blocks - bavail) * bsize + Math.ceil(free / bsize) * bsize;
  expect(mount('-o', `remount,size=${size}`)).toBe(true);
}

function expectUntouched({ code, stdout, stderr }: Run): void {
  expect(stderr).toMatch(FULL);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(damage(chatml)).toEqual([]);
  expect(readFileSync(join(chatml, 'manifest.json'), 'utf8')).toBe(survivor);
  expect(readdirSync(curated)).toEqual(['chatml', 'splits.ledger']);
}

const shares = [0, 0.0005, 0.01, 0.2, 0.5, 0.8, 0.95, 0.99];

test.skipIf(!hasDisk).each(shares)('room for %d of the export: the old one stays', async (share) => {
  leave(needed * share);
  expectUntouched(await folder.run(NEW));
  expectUntouched(await folder.run([...NEW, '--workers', '2']));
});

test.skipIf(!hasDisk).each([1, 2, 3, 6])('room for %i more files: the old one stays', async (more) => {
  leave(needed * 4);
  const { files, ffree } = statfsSync(curated);
  expect(mount('-o', `remount,nr_inodes=${files - ffree + more}`)).toBe(true);
  const run = await folder.run(NEW);
  expect(mount('-o', 'remount,nr_inodes=100000')).toBe(true);
  expectUntouched(run);
});

test.skipIf(!hasDisk)('one file, plain or compressed: the old one stays', async () => {
  leave(needed * 4);
  const outputs = ['all.jsonl', 'all.jsonl.gz'].map((name) => join(curated, name));
  for (const out of outputs) expect((await folder.run([...OLD, '-o', out])).code).toBe(0);
  const before = outputs.map((out) => readFileSync(out));
  leave(needed * 0.1);
  for (const out of outputs) {
    const { code, stderr } = await folder.run([...NEW, '-o', out]);
    expect(code).toBe(2);
    expect(stderr).toMatch(FULL);
  }
  expect(outputs.map((out) => readFileSync(out))).toEqual(before);
  expect(readdirSync(curated).sort()).toEqual(['all.jsonl', 'all.jsonl.gz', 'chatml', 'splits.ledger']);
  for (const out of outputs) spawnSync('rm', [out]);
});

test.skipIf(!hasDisk)('with room again the export goes through', async () => {
  leave(needed * 3);
  expect((await folder.run(NEW)).code).toBe(0);
  expect(damage(chatml)).toEqual([]);
  expect(readFileSync(join(chatml, 'manifest.json'), 'utf8')).not.toBe(survivor);
});
