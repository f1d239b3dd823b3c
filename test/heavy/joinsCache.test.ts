import { appendFileSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { generate } from '../../bench/generate.ts';
import { decideProject, withPool } from '../../src/engine/decideProject.ts';
import { findInputs } from '../../src/engine/project.ts';
import { SILENT } from '../../src/engine/surveyLogs.ts';
import { CachedLogs } from '../cachedRun.ts';

let logs: CachedLogs;
let folder: string;

/** Five days of a made-up log, every tenth exchange resembling an earlier one. */
beforeEach(() => {
  logs = new CachedLogs();
  folder = join(logs.data, 'training_logs');
  generate({ exchanges: 1000, out: logs.data, days: 5, seed: 7 });
});

/** All that was decided, in columns. */
async function decided(cache: 'use' | 'off', yaml?: string) {
  const project = await logs.project(cache, yaml);
  const inputs = await findInputs(project);
  const { decisions } = await withPool(inputs, 0, (pool) => decideProject(project, inputs, pool, SILENT));
  const { verdict, measured, split, leader, representative, clusterSize } = decisions;
  const rows = Array.from({ length: decisions.digest.count }, (_, row) => row);
  const joins = rows.filter((row) => decisions.near.of(row).length > 0).length;
  return { joins, columns: { verdict, measured, split, leader, representative, clusterSize } };
}

async function expectLikeCold(): Promise<void> {
  const warm = await decided('use');
  expect(warm.columns).toEqual((await decided('off')).columns);
  expect(warm.joins, 'there are near duplicates').toBeGreaterThan(3);
}

function days(): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('conversations'));
}

function hide(name: string): () => void {
  renameSync(join(folder, name), join(logs.path, name));
  return () => renameSync(join(logs.path, name), join(folder, name));
}

describe('near duplicates of an earlier run', () => {
  test('are what a fresh folder finds, day after day', async () => {
    const shown = days()
      .slice(2)
      .map((name) => hide(name));
    for (const show of [() => {}, ...shown]) {
      show();
      await expectLikeCold();
    }
  });

  test('also when a day in the middle comes late, its lines among those that were there', async () => {
    const show = hide(days()[2] ?? '');
    await expectLikeCold();
    show();
    await expectLikeCold();
  });

  test('also when a day grows, is rewritten, or goes', async () => {
    await expectLikeCold();
    const [first = '', second = ''] = days();
    const lines = readFileSync(join(folder, second), 'utf8').split('\n');
    appendFileSync(join(folder, days().at(-1) ?? ''), `${lines.slice(0, 20).join('\n')}\n`);
    await expectLikeCold();
    writeFileSync(join(folder, first), `${lines.slice(20, 60).join('\n')}\n`);
    await expectLikeCold();
    hide(second);
    await expectLikeCold();
  });

  test('also when the last line has no end yet', async () => {
    const path = join(folder, days().at(-1) ?? '');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.trimEnd());
    await expectLikeCold();
    const [kept = ''] = logs.digests('.joins');
    const before = statSync(kept).ino;
    await expectLikeCold();
    expect(statSync(kept).ino, 'nothing was new').toBe(before);
    writeFileSync(path, text.trimEnd().replace(/"user_message":"/, '$&Otherwise, '));
    await expectLikeCold();
    writeFileSync(path, text);
    await expectLikeCold();
  });

  test('are written only when there is something new, and are for one setting of duplicates', async () => {
    await decided('use');
    const [path = ''] = logs.digests('.joins');
    const before = statSync(path).ino;
    await decided('use');
    expect(statSync(path).ino).toBe(before);
    hide(days().at(-1) ?? '');
    await decided('use');
    expect(statSync(path).ino).not.toBe(before);
    await decided('use', 'dedup: { near: { threshold: 0.7 } }');
    expect(logs.digests('.joins')).toHaveLength(2);
  });

  test('that are damaged are found anew', async () => {
    const cold = await decided('off');
    await decided('use');
    const [path = ''] = logs.digests('.joins');
    const whole = readFileSync(path);
    for (const at of [0, 5, 9, 13, 17, 60, whole.length - 70, whole.length - 2]) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 64;
      writeFileSync(path, bytes);
      expect((await decided('use')).columns).toEqual(cold.columns);
    }
    for (const end of [0, 10, 30, whole.length - 8]) {
      writeFileSync(path, whole.subarray(0, end));
      expect((await decided('use')).columns).toEqual(cold.columns);
    }
  });
});
