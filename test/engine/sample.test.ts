import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideProject, withPool } from '../../src/engine/decideProject.ts';
import { findInputs, openProject } from '../../src/engine/project.ts';
import { choose } from '../../src/engine/sample/choose.ts';
import type { SampleRequest } from '../../src/engine/sample/request.ts';
import { sampleReport } from '../../src/engine/sample/sampleReport.ts';
import { SILENT } from '../../src/engine/surveyLogs.ts';
import { hash53 } from '../../src/measures/hash.ts';
import { exchange, exchanges } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

const MAIL = 'eva@example.com';

const folder = new Workdir().write({
  'data/training_logs/conversations_2026-01-01.jsonl': [
    ...exchanges(0, 20),
    exchange(20, { assistant_message: 'No idea.' }),
    exchange(21, { assistant_message: 'Nothing.', user_message: `Write to ${MAIL}, will you, or do not?` }),
    exchange(22, { language: 'de', user_message: `What shall I write to ${MAIL} on a Monday morning?` }),
    exchange(23, { user_id: 'gone' }),
    exchange(5, { example_id: 'again', session_id: 'other', timestamp: '2026-01-02T00:00:00Z' }),
  ],
  'data/training_logs/feedback.jsonl': [
    { id: 'ex-3', user_id: 'user-3', stars: 1 },
    { id: 'ex-22', user_id: 'user-1', stars: 5 },
  ],
  'data/opt_out.txt': 'gone\n',
  'config.yaml': 'privacy: { opt_out: opt_out.txt }\nconversation: { unit: exchange }\n',
  'joined.yaml': 'conversation: { unit: session }\n',
  'kept.yaml': 'privacy: { entities: { EMAIL: keep } }\n',
  'pattern.yaml': `
pipeline: [{ use: min_answer_length, chars: 50 }]
privacy: { patterns: [{ entity: WEEKDAY, pattern: Monday, action: keep }] }
`,
  'hold-out.txt': `${exchange(7).user_message}\n`,
  'decontaminate.yaml': 'decontaminate: { against: [hold-out.txt] }\n',
});

const USUAL: SampleRequest = {
  ...{ dropped: undefined, split: undefined, language: undefined },
  ...{ most: 5, seed: 42, raw: false },
};

async function sampled(request: Partial<SampleRequest>, config = 'config.yaml') {
  const options = { config: `${folder.path}/${config}`, data: `${folder.path}/data`, cache: 'off' } as const;
  const project = await openProject(options);
  const inputs = await findInputs(project);
  const decided = await withPool(inputs, 0, (pool) => decideProject(project, inputs, pool, SILENT));
  return sampleReport(project, decided, { ...USUAL, ...request });
}

test('kept ones as they are written, with what is known of them', async () => {
  const report = await sampled({ language: 'de' });
  expect(report.of).toBe(1);
  const [only] = report.conversations;
  expect(only).toMatchObject({ id: 'ex-22', file: 'conversations_2026-01-01.jsonl', line: 23, rating: 5, records: 1 });
  expect(only).toMatchObject({ dropped: null, cluster_size: 1, facets: { language: 'de' } });
  expect(only?.messages.map(({ role }) => role)).toEqual(['user', 'assistant']);
  expect(only?.messages[0]?.text).toMatch(/write to \[EMAIL/);
});

test('what is dropped, with the measured value, of one reason, of a stage, and of any', async () => {
  const short = await sampled({ dropped: 'min_answer_length.too_few_chars' });
  expect(short.conversations.map(({ id }) => id).sort()).toEqual(['ex-20', 'ex-21']);
  expect(short.conversations[0]?.dropped).toMatchObject({ stage: 'min_answer_length', measured: 8, limit: 50 });
  expect(JSON.stringify(short)).not.toContain(MAIL);
  const rated = await sampled({ dropped: 'rating' });
  expect(rated.conversations.map(({ id, dropped }) => [id, dropped?.reason, dropped?.measured])).toEqual([
    ['ex-3', 'below_min', 1],
  ]);
  expect((await sampled({ dropped: '', most: 2 })).conversations).toHaveLength(2);
  const again = (await sampled({ dropped: 'dedup' })).conversations;
  expect(again).toMatchObject([{ cluster_size: 2, dropped: { reason: 'exact_duplicate' } }]);
  expect([again[0]?.id, again[0]?.dropped?.kept_instead].sort()).toEqual(['again', 'ex-5']);
  expect((await sampled({ dropped: '' })).of).toBe(4); // not the one of somebody who opted out
});

test('text is scrubbed whatever the config says, unless raw is asked for', async () => {
  const kept = await sampled({ language: 'de' }, 'kept.yaml');
  expect(JSON.stringify(kept)).not.toContain(MAIL);
  expect(JSON.stringify(await sampled({ language: 'de', raw: true }))).toContain(MAIL);
});

test('what the team’s own patterns find is not shown either, though the config keeps it and scrubs nothing', async () => {
  const kept = await sampled({ language: 'de' }, 'pattern.yaml');
  expect(kept.conversations[0]?.messages[0]?.text).toMatch(/\[EMAIL\] on a \[WEEKDAY\] morning/);
});

test('stages that look at other files are asked again', async () => {
  const report = await sampled({ dropped: 'decontaminate' }, 'decontaminate.yaml');
  expect(report.conversations).toMatchObject([{ id: 'ex-7', dropped: { stage: 'decontaminate' } }]);
});

test('people who are left out are never shown', async () => {
  const report = await sampled({ dropped: 'privacy' });
  expect(report).toMatchObject({ of: 0, conversations: [], dropped: { 'privacy.opted_out': 1 } });
});

test('a joined session is one example', async () => {
  const report = await sampled({ most: 30 }, 'joined.yaml');
  const session = report.conversations.find(({ id }) => id === 'ex-6');
  expect(session).toMatchObject({ records: 3 });
  expect(session?.messages).toHaveLength(6);
  expect(report.of).toBe(Object.values(report.splits).reduce((sum, number) => sum + number, 0));
});

test('a split holds what is in it, and no other', async () => {
  const report = await sampled({ split: 'train', most: 30 });
  expect(report.conversations.length).toBe(report.splits.train);
  expect(new Set(report.conversations.map(({ split }) => split))).toEqual(new Set(['train']));
});

test.each([
  [{ dropped: 'min_answer_lenght' }, 'did you mean `min_answer_length`'],
  [{ split: 'dev' }, 'there are train, val, test'],
  [{ language: 'tlh' }, 'no conversation is in it'],
  [{ dropped: '', split: 'test' }, 'has no split'],
])('%j is refused', async (request, sentence) => {
  await expect(sampled(request)).rejects.toThrow(sentence);
});

describe('choose', () => {
  const keys = fc.uniqueArray(
    fc.nat().map((number) => hash53(String(number))),
    { minLength: 1, maxLength: 60 },
  );
  const settings = fc.record({ most: fc.integer({ min: 1, max: 8 }), seed: fc.nat() });

  test('takes the same whatever the order, and of more data only takes in what is new', () => {
    fc.assert(
      fc.property(keys, settings, fc.nat(), (all, how, by) => {
        const chosenOf = (list: readonly number[]) =>
          choose(
            list.length,
            () => true,
            (place) => list[place] ?? 0,
            how,
          ).places.map((place) => list[place]);
        const turned = [...all.slice(by % all.length), ...all.slice(0, by % all.length)];
        const chosen = chosenOf(all);
        expect(chosen).toHaveLength(Math.min(how.most, all.length));
        expect(chosenOf(turned)).toEqual(chosen);
        const fewer = all.slice(0, -1);
        const before = chosenOf(fewer);
        expect(
          chosen
            .filter((key) => !before.includes(key))
            .every((key) => !fewer.includes(key ?? 0) || before.length < how.most),
        ).toBe(true);
      }),
    );
  });

  test('another seed takes others, and only what is asked for counts', () => {
    const keyOf = (place: number): number => hash53(String(place));
    const even = (place: number): boolean => place % 2 === 0;
    const one = choose(1000, even, keyOf, { most: 5, seed: 1 });
    expect(one.of).toBe(500);
    expect(one.places.every(even)).toBe(true);
    expect(choose(1000, even, keyOf, { most: 5, seed: 2 }).places).not.toEqual(one.places);
  });
});
