import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/config.ts';
import { benchmarkOf } from '../../../src/engine/benchmark/benchmarkOf.ts';
import { benchmarkPlan } from '../../../src/engine/benchmark/benchmarkPlan.ts';
import type { RecordPlan } from '../../../src/pipeline/recordPlan.ts';

const folder = mkdtempSync(join(tmpdir(), 'curate-against-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The plan of a config in `config/` of the folder. */
async function planOf(against: string[], files: Record<string, string> = {}): Promise<RecordPlan> {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const config = parseConfig({ decontaminate: { against } }, 'config.yaml');
  const benchmark = await benchmarkPlan(config, join(folder, 'config/config.yaml'), join(folder, 'data/curated'));
  return { stages: config.pipeline, bad_turn: 'cut', ...(benchmark && { benchmark }) };
}

test('nothing is read where nothing is named', async () => {
  const plan = await planOf([]);
  expect(plan.benchmark).toBeUndefined();
  expect(await benchmarkOf(plan)).toBeUndefined();
});

test('globs are relative to the config, each file counts once, and its hash tells it apart', async () => {
  const files = { 'config/near.jsonl': '{"text":"a b c"}\n', 'bench/far.jsonl': '{"text":"d e f"}\n' };
  const plan = await planOf(['*.jsonl', 'near.jsonl', '../bench/f*'], files);
  expect(plan.benchmark?.files).toMatchObject([
    { name: 'near.jsonl', bytes: 17, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { name: join(folder, 'bench/far.jsonl') },
  ]);
  const built = await benchmarkOf(plan);
  expect(built?.files.map(({ rows, texts }) => [rows, texts])).toEqual([
    [1, 1],
    [1, 1],
  ]);
  const after = await planOf(['*.jsonl'], { 'config/near.jsonl': '{"text":"a b d"}\n' });
  expect(after.benchmark?.files[0]?.sha256).not.toBe(plan.benchmark?.files[0]?.sha256);
});

test.each<[what: string, against: string, files: Record<string, string>, sentence: RegExp]>([
  [
    'a file that is not there',
    '../gone.jsonl',
    {},
    /against: \.\.\/gone\.jsonl: there is no such file\. .*relative to/,
  ],
  [
    'a folder',
    '../held',
    { 'held/a.jsonl': '{}\n' },
    /it is a folder; name the files in it, such as \.\.\/held\/\*\.jsonl/,
  ],
  [
    'a file without text',
    '../empty.jsonl',
    { 'empty.jsonl': '{"answer":4}\n' },
    /empty\.jsonl: no text was found in it/,
  ],
  ['a row that is none', '../bad.jsonl', { 'bad.jsonl': '{"text":"a b"\n' }, /bad\.jsonl, line 1: this is not JSON/],
  [
    'an export that the next one replaces',
    '../data/curated/chatml/test.jsonl',
    { 'data/curated/chatml/test.jsonl': '{}\n' },
    /is an export that the next one replaces.*Copy test\.jsonl elsewhere/,
  ],
])('%s is refused', async (_what, against, files, sentence) => {
  await expect(planOf([against], files).then(benchmarkOf)).rejects.toThrow(sentence);
});
