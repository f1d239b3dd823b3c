import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { damage, leftovers } from '../commands/exported.ts';
import { exchanges } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

test('whatever an export in Parquet is killed at, the one before stays whole', { timeout: 120_000 }, async () => {
  const other = new Workdir().write({ 'data/training_logs/conversations_2026-01-01.jsonl': exchanges(0, 40) });
  const args = ['export', '--container', 'parquet', '--quiet', '--workers', '0'];
  expect((await other.run(args)).code).toBe(0);
  const killer = fileURLToPath(new URL('../commands/killAt.mjs', import.meta.url));
  const out = join(other.path, 'data/curated/chatml');
  let killed = 0;
  for (let at = 1; at < 60; at += 4) {
    const { code } = await other.run(args, { env: { NODE_OPTIONS: `--import=${killer}`, KILL_AT: String(at) } });
    expect([0, 137]).toContain(code);
    if (code === 137) killed++;
    if (existsSync(out)) expect(damage(out), `at change ${at}`).toEqual([]);
  }
  expect(killed).toBeGreaterThan(3);
  expect((await other.run(args)).code).toBe(0);
  expect(damage(out)).toEqual([]);
  expect(leftovers(join(other.path, 'data'))).toEqual([]);
});
