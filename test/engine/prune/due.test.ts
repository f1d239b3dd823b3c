import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exchange, exchanges } from '../../commands/logs.ts';
import { PruneProject } from './project.ts';

const NEWEST = { 'conversations_2026-01-09.jsonl': exchanges(90, 93) };
const untimed = (number: number) => exchange(number, { timestamp: undefined });

describe('which logs are due', () => {
  const due = async (logs: Record<string, object[]>, now: string, more = {}) => {
    const project = new PruneProject({ ...logs, ...NEWEST });
    const { files, before } = await project.prune({ now: new Date(now), dry_run: true, ...more });
    return { before, files: files.map(({ file, day }) => `${file} ${day}`) };
  };

  test('by the day in the name, to the day, in UTC', async () => {
    const logs = { 'conversations_2026-01-02.jsonl': [exchange(1)], 'conversations_2026-01-03.jsonl': [exchange(2)] };
    const first = 'conversations_2026-01-02.jsonl 2026-01-02';
    expect(await due(logs, '2026-04-02T23:59:59Z')).toEqual({ before: '2026-01-02', files: [] });
    expect(await due(logs, '2026-04-03T00:00:00Z')).toEqual({ before: '2026-01-03', files: [first] });
    expect((await due(logs, '2026-01-05T00:00:00Z', { older_than: 2 })).files).toEqual([first]);
  });

  test('else by the newest time of the records, of feedback as well; without either never', async () => {
    const logs = {
      'conversations_a.jsonl': [exchange(1), exchange(5 * 1440), untimed(2)],
      'conversations_b.jsonl': [untimed(3)],
      'feedback_a.jsonl': [
        { id: 'ex-1', stars: 5, timestamp: '2026-01-03T00:00:00Z' },
        { id: 'ex-2', stars: 1 },
      ],
      'feedback_b.jsonl': [{ id: 'ex-2', stars: 5 }],
      'feedback_2026-02-01.jsonl': [{ id: 'ex-3', stars: 5 }],
    };
    const found = ['conversations_a.jsonl 2026-01-06', 'feedback_a.jsonl 2026-01-03'];
    expect((await due(logs, '2030-01-01T00:00:00Z')).files).toEqual(found);
    expect((await due(logs, '2026-04-05T00:00:00Z')).files).toEqual(found.slice(1));
  });

  test('a name with a span of days is as old as its end', async () => {
    const logs = { 'conversations_2025-12-01_2026-01-05.jsonl': [exchange(1)] };
    expect((await due(logs, '2026-04-05T00:00:00Z')).files).toEqual([]);
    expect((await due(logs, '2026-04-06T00:00:00Z')).files).toHaveLength(1);
  });
});

describe('a log stays', () => {
  const OLD = 'conversations_2026-01-01.jsonl';
  const project = (config = '') =>
    new PruneProject({ [OLD]: exchanges(0, 6), ...NEWEST, 'feedback.jsonl': [{ id: 'ex-1', stars: 5 }] }, config);
  const reasonOf = async (of: PruneProject) => {
    const { files, stayed, pruned } = await of.prune();
    expect([files.length, stayed, pruned]).toEqual([1, 1, 0]);
    expect(of.list('training_logs')).toContain(OLD);
    expect([of.list('archive'), of.list('privacy')]).toEqual([[], []]);
    return files[0]?.reason;
  };

  test('that no export has', async () => {
    expect(await reasonOf(project())).toBe('not_exported');
  });

  test('that changed since, in one byte', async () => {
    const changed = project();
    await changed.export();
    changed.log({ [OLD]: changed.read(`training_logs/${OLD}`).replace('best', 'west') });
    expect(await reasonOf(changed)).toBe('not_exported');
  });

  test('that one of several exports has as it was before', async () => {
    const changed = project();
    await changed.export('chatml,csv');
    changed.log({ [OLD]: exchanges(0, 7) });
    await changed.export('csv');
    expect(await reasonOf(changed)).toBe('not_exported');
    await changed.export('chatml');
    expect(await changed.prune()).toMatchObject({ pruned: 1, stayed: 0 });
  });

  test('that was exported under another config, but not one that changes no archive', async () => {
    const changed = project();
    await changed.export();
    changed.configure('goal: { examples: 7 }\nprivacy: { retention_days: 30 }');
    expect(await changed.prune({ dry_run: true })).toMatchObject({ pruned: 1, older_than_days: 30 });
    changed.configure('privacy: { entities: { EMAIL: keep } }');
    expect(await reasonOf(changed)).toBe('other_settings');
  });

  test('of which an export was asked for some days alone', async () => {
    const some = project();
    await some.export('chatml');
    const path = join(some.data, 'curated/chatml/manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, period: { since: '2026-01-01', until: null } }));
    expect(await reasonOf(some)).toBe('exported_in_part');
  });

  test('when a manifest cannot be read', async () => {
    const damaged = project();
    await damaged.export('chatml');
    writeFileSync(join(damaged.data, 'curated/chatml/manifest.json'), '{"config_sha256": ');
    expect(await reasonOf(damaged)).toBe('not_exported');
  });

  test('when it is a link', async () => {
    const linked = project();
    const path = join(linked.data, 'training_logs', OLD);
    const elsewhere = join(linked.path, 'elsewhere.jsonl');
    writeFileSync(elsewhere, readFileSync(path));
    rmSync(path);
    symlinkSync(elsewhere, path);
    await linked.export();
    expect(await reasonOf(linked)).toBe('link');
  });

  test('when its name in the archive is that of another one', async () => {
    const alike = { conversations: exchanges(10, 13), 'conversations.jsonl': exchanges(20, 23) };
    const two = new PruneProject({ ...alike, ...NEWEST }, 'inputs: { conversations: ["conversations*"] }');
    await two.export();
    const { files } = await two.prune();
    expect(files.map(({ reason }) => reason)).toEqual([null, 'name_used_before']);
    expect([two.list('archive'), two.list('training_logs').length]).toEqual([['conversations.jsonl'], 2]);
  });

  test('when another log of its name was pruned before, whose archive it would replace', async () => {
    const reused = project();
    await reused.export();
    expect(await reused.prune()).toMatchObject({ pruned: 1 });
    const kept = reused.read(`archive/${OLD}`);
    reused.log({ [OLD]: exchanges(50, 53) });
    await reused.export();
    expect((await reused.prune()).files[0]?.reason).toBe('name_used_before');
    expect(reused.read(`archive/${OLD}`)).toBe(kept);
  });
});
