import { createHash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportDiff } from '../../src/engine/diff/exportDiff.ts';
import { type ExportedSet, openExportedSet } from '../../src/engine/diff/exportedSet.ts';
import { HashIndex } from '../../src/engine/diff/hashIndex.ts';
import { matchRows, NONE } from '../../src/engine/diff/matchRows.ts';
import { RowTable } from '../../src/engine/diff/rowTable.ts';
import { configKeys } from '../../src/engine/diff/runsDiff.ts';
import { hash53 } from '../../src/measures/hash.ts';
import { Workdir } from '../commands/workdir.ts';

const folder = new Workdir();

interface MadeRow {
  readonly id: string;
  readonly split?: 'train' | 'val' | 'test';
  readonly text?: string;
  readonly file?: string;
  readonly line?: number;
  readonly cluster?: number;
}

interface MadeRun {
  readonly config?: object;
  readonly curate?: string;
  readonly format?: string;
  /** Hash of each log by its name; a log has ten lines. */
  readonly logs?: Readonly<Record<string, string>>;
  readonly feedback?: string;
  readonly dropped?: Readonly<Record<string, number>>;
  readonly reset?: boolean;
  /** Hash of a file of benchmarks. */
  readonly benchmark?: string;
}

const CONFIG = { conversation: { unit: 'exchange' }, split: { seed: 42 }, privacy: { opt_out: null } };

/** An export as `curate export` writes it, as far as it is compared. */
function exported(name: string, rows: readonly MadeRow[], run: MadeRun = {}): ExportedSet {
  const { config = CONFIG, curate = '1.0.0', format = 'chatml', logs = { 'a.jsonl': '1' }, feedback = '1' } = run;
  const input = (file: string, kind: string, sha256: string) => ({ file, kind, bytes: 1, sha256, lines: 10 });
  const manifest = {
    ...{ curate, created: '2026-01-01T00:00:00.000Z', format, config_sha256: '', config },
    period: { since: null, until: null },
    ledger: { reset: run.reset ?? false },
    ...(run.benchmark !== undefined && { decontaminated: { files: [{ file: 'b.jsonl', sha256: run.benchmark }] } }),
    account: { dropped: { by_reason: run.dropped ?? {} } },
    inputs: [
      ...Object.entries(logs).map(([file, sha256]) => input(file, 'conversations', sha256)),
      input('feedback.jsonl', 'feedback', feedback),
    ],
  };
  folder.write({ [`${name}/manifest.json`]: JSON.stringify(manifest) });
  for (const split of ['train', 'val', 'test'] as const) {
    const lines = rows.filter((row) => (row.split ?? 'train') === split).map(provenanceOf);
    if (lines.length > 0) folder.write({ [`${name}/provenance/${split}.jsonl`]: lines });
  }
  return openExportedSet(join(folder.path, name));
}

function provenanceOf({ id, text = id, file = 'a.jsonl', line = 1, cluster = 1 }: MadeRow): object {
  const hash = createHash('sha256').update(text).digest('hex');
  return { id, file, line, rating: 0, language: 'en', hash, cluster_size: cluster };
}

/** What decide says of ids that are not kept. */
function saying(verdicts: Readonly<Record<string, string | undefined>>) {
  const known = new Map(Object.entries(verdicts).map(([id, verdict]) => [hash53(id), verdict]));
  return async () => ({ of: (id: number) => (known.has(id) ? known.get(id) : '') });
}

const silent = async () => undefined;

function diff(
  old: ExportedSet,
  other: ExportedSet,
  verdictsFor: Parameters<typeof exportDiff>[2]['verdictsFor'] = silent,
) {
  return exportDiff(old, other, { most: 2, verdictsFor });
}

/** What is said of rows, as `change why: ids`. */
async function reasonsOf(...args: Parameters<typeof diff>): Promise<string[]> {
  const { why } = await diff(...args);
  return why.map(({ change, why: cause, ids }) => `${change} ${cause}: ${ids.join(' ')}`);
}

test('rows added, gone, changed and moved, in all and by split', async () => {
  const old = exported('counted-old', [
    { id: 'same' },
    { id: 'gone', split: 'val' },
    { id: 'changed', text: 'before' },
    { id: 'moved', split: 'test' },
    { id: 'both', text: 'before' },
  ]);
  const other = exported('counted-new', [
    { id: 'same' },
    { id: 'changed', text: 'after' },
    { id: 'moved' },
    { id: 'both', text: 'after', split: 'val' },
    { id: 'added', split: 'val' },
  ]);
  const report = await diff(old, other);
  expect(report).toMatchObject({ same: 1, added: 1, gone: 1, changed: 2, moved: 2, both: 1 });
  expect(report.splits.train).toEqual({ old: 3, new: 3, added: 0, gone: 0, changed: 1, moved_in: 1, moved_out: 1 });
  expect(report.splits.val).toEqual({ old: 1, new: 2, added: 1, gone: 1, changed: 1, moved_in: 1, moved_out: 0 });
  expect(report.moves).toEqual({ 'test > train': 1, 'train > val': 1 });
});

test('where one thing alone differs, it is the cause; of several nobody knows', async () => {
  const old = exported('cause-old', [{ id: 'a' }, { id: 'b' }]);
  const config = { ...CONFIG, split: { seed: 7 } };
  const rows = [{ id: 'a', split: 'val' }, { id: 'c' }] as const;
  expect(await reasonsOf(old, exported('cause-config', rows, { config }))).toEqual([
    'added config: c',
    'gone config: b',
    'moved config: a',
  ]);
  expect(await reasonsOf(old, exported('cause-two', rows, { config, feedback: '2' }))).toEqual([
    'added unknown: c',
    'gone unknown: b',
    'moved unknown: a',
  ]);
  for (const [why, run] of Object.entries({
    version: { curate: '1.1.0' },
    reset: { reset: true },
    files: { benchmark: '1' },
  }))
    expect(await reasonsOf(old, exported(`cause-${why}`, rows, run))).toContain(`gone ${why}: b`);
});

test('new logs and lines, logs that are gone, the same text under another id', async () => {
  const old = exported(
    'logs-old',
    [
      { id: 'gone', file: 'b.jsonl' },
      { id: 'copy', text: 'alike' },
    ],
    {
      logs: { 'a.jsonl': '1', 'b.jsonl': '1' },
    },
  );
  const other = exported(
    'logs-new',
    [
      { id: 'c', file: 'c.jsonl' },
      { id: 'late', line: 11 },
      { id: 'better', text: 'alike', line: 3 },
    ],
    { logs: { 'a.jsonl': '2', 'c.jsonl': '1' } },
  );
  expect((await reasonsOf(old, other)).sort()).toEqual([
    'added new_line: late',
    'added new_log: c',
    'added other_id: better',
    'gone log_gone: gone',
    'gone other_id: copy',
  ]);
});

test('verdicts tell why rows are gone', async () => {
  const old = exported('verdicts-old', [{ id: 'bad' }, { id: 'near' }, { id: 'lost' }, { id: 'refused' }]);
  const verdicts = saying({ bad: 'rating.below_min', near: 'dedup.near_duplicate', lost: undefined });
  const refusing = exported('verdicts-new', [{ id: 'a' }], { dropped: { 'format.no_tools': 1 }, feedback: '2' });
  expect((await reasonsOf(old, refusing, verdicts)).filter((reason) => reason.startsWith('gone')).sort()).toEqual([
    'gone dedup.near_duplicate: near',
    'gone format: refused',
    'gone line_gone: lost',
    'gone rating.below_min: bad',
  ]);
  const taking = exported('verdicts-taking', [{ id: 'a' }], { feedback: '2', curate: '2.0.0' });
  expect(await reasonsOf(old, taking, verdicts)).toContain('gone unknown: refused');
});

test('of rated answers verdicts tell nothing', async () => {
  const old = exported('kto-old', [{ id: 'a' }, { id: 'b' }], { format: 'kto' });
  const other = exported('kto-new', [{ id: 'a' }], { format: 'kto', feedback: '2' });
  expect(await reasonsOf(old, other, saying({ b: 'rating.below_min' }))).toEqual(['gone feedback: b']);
});

test('a row by itself does not change by another log', async () => {
  const logs = { 'a.jsonl': '1', 'b.jsonl': '1' };
  const old = exported('content-old', [{ id: 'a', text: 'before' }], { logs });
  const other = exported('content-new', [{ id: 'a', text: 'after' }], {
    logs: { ...logs, 'b.jsonl': '2' },
    feedback: '2',
  });
  expect(await reasonsOf(old, other)).toEqual(['changed feedback: a']);
});

test('a list of people, of which no manifest tells, may be the cause of anything', async () => {
  const config = { ...CONFIG, privacy: { opt_out: 'list.txt' } };
  const old = exported('people-old', [{ id: 'a' }, { id: 'b' }], { config });
  expect(await reasonsOf(old, exported('people-new', [{ id: 'a' }], { config, feedback: '2' }))).toEqual([
    'gone unknown: b',
  ]);
});

test('a cluster that is another may move a row', async () => {
  const old = exported('cluster-old', [{ id: 'a', cluster: 2 }]);
  const other = exported('cluster-new', [{ id: 'a', cluster: 3, split: 'test' }], {
    feedback: '2',
    logs: { 'a.jsonl': '2' },
  });
  expect(await reasonsOf(old, other)).toEqual(['moved cluster: a']);
});

test('what cannot be compared is refused, with a sentence', async () => {
  const chatml = exported('refused-old', [{ id: 'a' }]);
  const alpaca = exported('refused-new', [{ id: 'a' }], { format: 'alpaca' });
  await expect(diff(chatml, alpaca)).rejects.toThrow(/is chatml and .* is alpaca/);
  expect(() => openExportedSet(join(folder.path, 'nowhere'))).toThrow('there is no export in it');
  exported('above/chatml', [{ id: 'a' }]);
  expect(() => openExportedSet(join(folder.path, 'above'))).toThrow(/There is one in .*above\/chatml/);
  folder.write({ 'bare/manifest.json': folder.read('refused-old/manifest.json') });
  expect(() => openExportedSet(join(folder.path, 'bare'))).toThrow('no provenance/');
  folder.write({ 'other/manifest.json': '{"name":"an app"}' });
  expect(() => openExportedSet(join(folder.path, 'other'))).toThrow('not the manifest of an export');
  folder.write({ 'refused-old/provenance/train.jsonl': '{"id":1}\n' });
  await expect(diff(chatml, chatml)).rejects.toThrow('not provenance as curate writes it');
});

describe('config', () => {
  test('keys are paths, of stages by their names', () => {
    const one = { a: { b: 1 }, pipeline: [{ use: 'x', options: { most: 1 } }], goal: { examples: 1 } };
    const other = {
      a: { b: 2, c: 3 },
      pipeline: [
        { use: 'x', options: { most: 2 } },
        { use: 'y', options: {} },
      ],
      goal: { examples: 2 },
    };
    expect(configKeys(one, other)).toEqual(['a.b', 'a.c', 'pipeline', 'pipeline.x.most']);
    expect(configKeys(one, structuredClone(one))).toEqual([]);
  });

  test('what privacy says is not told of the stage as well', () => {
    const scrub = (entities: object) => [{ use: 'scrub', options: { entities } }];
    const one = { privacy: { entities: { EMAIL: 'tag' } }, pipeline: scrub({ EMAIL: 'tag' }) };
    const other = { privacy: { entities: { EMAIL: 'drop' } }, pipeline: scrub({ EMAIL: 'drop' }) };
    expect(configKeys(one, other)).toEqual(['privacy.entities.EMAIL']);
  });
});

describe('laws', () => {
  const row = fc.record({
    id: fc.integer({ min: 1, max: 6 }),
    content: fc.integer({ min: 1, max: 4 }),
    split: fc.integer({ min: 0, max: 2 }),
  });
  const rows = fc.array(row, { maxLength: 14 });
  const nothing: ExportedSet = exported('laws', [{ id: 'a' }]);

  function tableOf(list: readonly { id: number; content: number; split: number }[]): RowTable {
    const table = new RowTable(nothing);
    table.count = list.length;
    for (const [place, { id, content, split }] of list.entries()) {
      table.id[place] = id;
      table.content[place] = content;
      table.split[place] = split;
    }
    return table;
  }

  test('matches are mutual, of one id, as many as there can be, and equal texts come first', () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const { newOf, oldOf } = matchRows(tableOf(one), tableOf(other));
        for (const [place, match] of newOf.entries()) {
          if (match === NONE) continue;
          expect(oldOf[match]).toBe(place);
          expect(other[match]?.id).toBe(one[place]?.id);
        }
        const matchesIf = (fits: (place: number, match: number) => boolean): number =>
          [...newOf.entries()].filter(([place, match]) => match !== NONE && fits(place, match)).length;
        const most = (keyOf: (row: { id: number; content: number; split: number }) => string): number =>
          [...new Set(one.map(keyOf))].reduce((sum, key) => {
            const has = (list: typeof one) => list.filter((each) => keyOf(each) === key).length;
            return sum + Math.min(has(one), has(other));
          }, 0);
        expect(matchesIf(() => true)).toBe(most(({ id }) => `${id}`));
        const isEqual = (place: number, match: number): boolean =>
          one[place]?.content === other[match]?.content && one[place]?.split === other[match]?.split;
        expect(matchesIf(isEqual)).toBeGreaterThanOrEqual(
          most(({ id, content, split }) => `${id} ${content} ${split}`),
        );
        expect(matchesIf((place, match) => one[place]?.content === other[match]?.content)).toBeGreaterThanOrEqual(
          most(({ id, content }) => `${id} ${content}`),
        );
      }),
    );
  });

  test('an index finds every row of a key, and no other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 })), fc.integer({ min: 0, max: 21 }), (keys, key) => {
        const index = new HashIndex(Float64Array.from(keys));
        expect(index.has(key)).toBe(keys.includes(key));
        expect([...index.rowsOf(key)]).toEqual(keys.flatMap((one, place) => (one === key ? [place] : [])));
      }),
    );
  });
});
