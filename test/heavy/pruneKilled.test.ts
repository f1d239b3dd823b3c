import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { leftovers } from '../commands/exported.ts';
import { exported, logs, prunable } from '../commands/pruneWorld.ts';

const KILLER = fileURLToPath(new URL('../commands/killAt.mjs', import.meta.url));

test('a prune that is killed at any of its changes loses nothing, and a second call finishes it', {
  timeout: 180_000,
}, async () => {
  const folder = prunable();
  const rows = await exported(folder);
  let killed = 0;
  for (let at = 1; ; at++) {
    const env = { NODE_OPTIONS: `--import=${KILLER}`, KILL_AT: String(at) };
    const { code } = await folder.run(['prune', '--quiet', '--workers', '0'], { env });
    if (code === 0) break; // all its changes were fewer
    expect(code).toBe(137);
    killed++;
    // What was done before the kill stays done, so the next round begins later; every fourth looks at an export.
    if (at % 4 === 0) expect(await exported(folder), `after change ${at}`).toEqual(rows);
  }
  expect(killed).toBeGreaterThan(10);
  expect(logs(folder)).toEqual([]);
  expect(await exported(folder)).toEqual(rows);
  expect(leftovers(`${folder.path}/data`)).toEqual([]);
  const receipts = folder.read('data/privacy/pruned.jsonl').trimEnd().split('\n');
  expect(new Set(receipts.map((line) => JSON.parse(line).file)).size).toBe(4);
});
