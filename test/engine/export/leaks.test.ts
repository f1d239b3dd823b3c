import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultConfig } from '../../../src/config/config.ts';
import { buffersIn } from '../../../src/engine/buffersIn.ts';
import { leakPlan } from '../../../src/engine/export/leaks/leakPlan.ts';
import { keptItems } from '../../../src/engine/export/writeTasks.ts';
import { GateFailed } from '../../../src/errors.ts';
import { exchange, exchanges } from '../../commands/logs.ts';
import { dataWith, exportOf, parted } from './leakingExport.ts';

const asked = (number: number): string => String(exchange(number).user_message);
const answered = (number: number): string => String(exchange(number).assistant_message);
/** Long enough that a changed word leaves a near duplicate. */
const LONG = [1, 2, 3, 4].map((number) => answered(number + 50)).join(' ');

const WORLD = [
  ...exchanges(0, 30),
  exchange(90, { assistant_message: LONG }),
  // A copy, but for case and punctuation, and a near duplicate.
  exchange(91, { user_message: asked(90).toUpperCase(), assistant_message: LONG.replaceAll('.', ' !!') }),
  exchange(92, { user_message: asked(90), assistant_message: `${LONG} Really.` }),
];
const [FIRST, COPY, NEAR] = [31, 32, 33];

test('nothing is found where duplicates stand together, and the report counts what was compared', async () => {
  const folder = dataWith(WORLD);
  const [plan] = await exportOf(folder);
  expect(plan?.leaks).toMatchObject({ exact: 0, near: 0, ngram: 0, same_question: 0, ngram_one_in: 1 });
  const { train = 0, val = 0, test = 0 } = plan?.leaks?.compared ?? {};
  expect([train, val, test]).toEqual([plan?.splits.train, plan?.splits.val, plan?.splits.test]);
  expect(test).toBeGreaterThan(0);
  const written = join(folder, 'data/curated/chatml');
  expect(JSON.parse(readFileSync(join(written, 'manifest.json'), 'utf8')).leaks).toEqual(plan?.leaks);
  expect(readFileSync(join(written, 'README.md'), 'utf8')).toContain(
    '0 examples say the same as one in another split, 0 nearly (leaks); 0 of val and test share 13 words in a row',
  );
});

test.each([
  ['a copy', COPY, /\(exact 1, near 0\).* say the same\./],
  ['a near duplicate', NEAR, /\(exact 0, near 1\).* are near duplicates \(similarity 0\.9\d\)\./],
])('%s in another split fails the export, and what was there stays', async (_what, line, sentence) => {
  const folder = dataWith(WORLD);
  await exportOf(folder);
  const manifest = join(folder, 'data/curated/chatml/manifest.json');
  const before = readFileSync(manifest, 'utf8');
  const spoilt = exportOf(
    folder,
    parted(
      FIRST,
      line,
      [COPY, NEAR].filter((other) => other !== line),
    ),
  );
  await expect(spoilt).rejects.toThrow(GateFailed);
  await expect(spoilt).rejects.toThrow(sentence);
  await expect(spoilt).rejects.toThrow(/conversations_2026-01-01\.jsonl, line \d+ \(ex-9\d, in (train|val|test)\)/);
  await expect(spoilt).rejects.not.toThrow(new RegExp(LONG.slice(0, 20)));
  expect(readFileSync(manifest, 'utf8')).toBe(before);
  expect(existsSync(join(folder, 'data/curated/.curate-new'))).toBe(false);
});

test('what all tasks are told alike does not move away with the first of them', async () => {
  let moving: unknown[] = ['nothing was asked'];
  await exportOf(dataWith(WORLD), (decided) => {
    const part = { kind: 'conversations', items: keptItems(decided.decisions), formats: [] } as const;
    const plan = leakPlan(decided, part, defaultConfig().dedup);
    moving = plan === undefined ? moving : buffersIn(plan.prints);
  });
  expect(moving).toEqual([]);
});

test('in formats of ratings as well', async () => {
  const feedback = [90, 91].map((number) => ({ example_id: `ex-${number}`, score: 5 }));
  const other = exchanges(0, 30).map((_, number) => ({ example_id: `ex-${number}`, score: 5 }));
  const folder = dataWith(WORLD, '{}', [...feedback, ...other]);
  const [plan] = await exportOf(folder, undefined, ['kto']);
  expect(plan?.leaks).toMatchObject({ exact: 0, near: 0 });
});

test.each([
  ['as the config says', 'export: { leaks: report }', COPY, { exact: 1, near: 0 }],
  ['where copies are not taken out', 'dedup: { exact: false, near: { enabled: false } }', COPY, { exact: 1, near: 0 }],
  ['where near duplicates are not taken out', 'dedup: { near: { enabled: false } }', NEAR, { exact: 0, near: 1 }],
  ['where answers alone are compared', 'dedup: { by: answer }', NEAR, { exact: 0, near: 1 }],
])('is only told %s', async (_what, config, line, leaks) => {
  const folder = dataWith(WORLD, config);
  const [plan] = await exportOf(
    folder,
    parted(
      FIRST,
      line,
      [COPY, NEAR].filter((other) => other !== line),
    ),
  );
  expect(plan?.leaks).toMatchObject({ ...leaks, same_question: 1, ngram: 1 });
  expect(readFileSync(join(folder, 'data/curated/chatml/README.md'), 'utf8')).toContain(
    `${leaks.exact} examples say the same as one in another split, ${leaks.near} nearly (leaks); 1 of val and test share`,
  );
});

test('thirteen words in a row and an equal question are counted and do no harm', async () => {
  const common = answered(70);
  const folder = dataWith([
    ...exchanges(0, 30),
    ...[80, 83, 86, 89, 92, 95].map((number) =>
      exchange(number, {
        user_message: asked(80),
        assistant_message: `${common} ${answered(number)} ${LONG.slice(number)}`,
      }),
    ),
  ]);
  const [plan] = await exportOf(folder, ({ decisions }) => {
    // Whatever the seed, some are held out.
    const late = Array.from({ length: decisions.itemCount }, (_, item) => item).slice(30);
    for (const [place, item] of late.entries()) {
      decisions.verdict[decisions.firstRow(item)] = 0;
      decisions.split[item] = place < 2 ? 1 + place : 0;
    }
  });
  // The two that are held out share it with each other, and with train.
  expect(plan?.leaks).toMatchObject({ exact: 0, ngram: 2, same_question: 2 });
});
