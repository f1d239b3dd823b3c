import { describe, expect, test } from 'vitest';
import { type Decided, decideProject, withPool } from '../../../src/engine/decideProject.ts';
import { gapsReport } from '../../../src/engine/gapsReport.ts';
import type { Pool } from '../../../src/engine/pool.ts';
import { findInputs, type Project } from '../../../src/engine/project.ts';
import { statsReport } from '../../../src/engine/statsReport.ts';
import { SILENT } from '../../../src/engine/surveyLogs.ts';
import { thresholds } from '../../../src/engine/whatif/thresholds.ts';
import { whatIf } from '../../../src/engine/whatif/whatIf.ts';
import { CachedLogs } from '../../cachedRun.ts';
import { exchange } from '../../commands/logs.ts';

const LABELS = [
  { language: 'en', intent: 'ask' },
  { language: 'de', intent: 'chat', source: 'synthetic' },
  { language: 'en' },
];

/** Exchanges of all lengths, some with a row of symbols, some said twice with a word changed. */
const lines = Array.from({ length: 90 }, (_, n) => {
  const whole = exchange(n % 80, { example_id: `ex-${n}`, session_id: `s-${n}`, ...LABELS[n % 3] });
  const answer = String(whole.assistant_message);
  const said = n >= 80 ? answer.replace(/\S+$/, 'changed.') : n % 5 === 0 ? answer.slice(0, 30 + n) : answer;
  return { ...whole, assistant_message: n % 9 === 0 ? `${said} ${'+=+/ '.repeat(n % 4)}` : said };
});
const feedback = Array.from({ length: 30 }, (_, n) => ({
  example_id: `ex-${3 * n}`,
  user_id: 'judge',
  stars: 1 + (n % 5),
}));
const logs = new CachedLogs().logs({ 'conversations_2026-01-01.jsonl': lines, 'feedback_2026-01.jsonl': feedback });

/** Runs `look` on these logs under a config. */
async function look<Result>(
  yaml: string,
  run: (project: Project, decided: Decided, pool: Pool) => Promise<Result>,
): Promise<Result> {
  const project = await logs.project('use', yaml);
  const inputs = await findInputs(project);
  return withPool(inputs, 0, async (pool) => run(project, await decideProject(project, inputs, pool, SILENT), pool));
}

const ask = (settings: readonly string[], yaml = '{}') =>
  look(yaml, (project, decided, pool) => whatIf(project, decided, settings, pool));
const fresh = (yaml: string) => look(yaml, async (project, decided) => statsReport(project, decided));

/** What another setting drops by stage, as a run with it counts. */
function byStage(byReason: Readonly<Record<string, number>>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [reason, count] of Object.entries(byReason)) {
    const stage = reason.slice(0, reason.lastIndexOf('.'));
    counts[stage] = (counts[stage] ?? 0) + count;
  }
  return counts;
}

test.each([
  [['min_answer_length.chars=120'], 'pipeline: [{ use: min_answer_length, chars: 120 }]'],
  [
    ['filter.min_answer_length.chars=0', 'feedback.min_stars=3'],
    '{ pipeline: [{ use: min_answer_length, chars: 0 }], feedback: { min_stars: 3 } }',
  ],
  [['min_answer_length=off'], 'pipeline: []'],
  [['dedup.near.threshold=0.95'], '{ pipeline: [min_answer_length], dedup: { near: { threshold: 0.95 } } }'],
  [
    ['rating.unrated=drop', 'split.seed=7'],
    '{ pipeline: [min_answer_length], feedback: { unrated: drop }, split: { seed: 7 } }',
  ],
  [
    ['caps.max_per_user=4', 'mix.max_synthetic=0.1'],
    '{ pipeline: [min_answer_length], caps: { max_per_user: 4 }, mix: { max_synthetic: 0.1 } }',
  ],
  [
    ['balance={language: {en: 0.5, de: 0.5}}'],
    '{ pipeline: [min_answer_length], balance: { language: { en: 0.5, de: 0.5 } } }',
  ],
  [['conversation.unit=session'], '{ pipeline: [min_answer_length], conversation: { unit: session } }'],
])('%j says what a run with it says', async (settings, yaml) => {
  const report = await ask(settings, 'pipeline: [min_answer_length]');
  const { kept, records, dropped } = await fresh(yaml);
  expect(report.unsure).toBe(0);
  expect([report.records, report.kept.after]).toEqual([records, kept]);
  expect(report.kept.before).toBe((await fresh('pipeline: [min_answer_length]')).kept);
  const said = Object.entries(report.dropped).filter(([, { after }]) => after > 0);
  const stages = byStage(
    Object.fromEntries(said.map(([name, { after }]) => [name.includes('.') ? name : `${name}.`, after])),
  );
  expect(stages).toEqual(byStage(dropped.by_reason));
});

describe('what cannot be answered', () => {
  test.each([
    ['feedbak.min_stars=3', 'has no `feedbak`; did you mean `feedback`?'],
    ['feedback.min_star=3', 'feedback.min_star: unknown key; did you mean `min_stars`?'],
    ['min_answer_length.chars=many', 'min_answer_length).chars: expected a whole number'],
    ['max_tokens.max=3', '`max_tokens` does not run'],
    ['min_answer_length', 'needs KEY=VALUE'],
    ['min_answer_length=3', 'name its option as well, or take it out with min_answer_length=off'],
    ['min_answer_length.chars=[', 'is not valid YAML'],
    ['dedup.near.ngram=5', 'cannot answer for `dedup.near.ngram`. Put the setting into a copy of your config'],
    ['normalize_unicode=off', 'cannot answer for `normalize_unicode`'],
    ['privacy.entities.EMAIL=drop', 'cannot answer for `privacy.entities.EMAIL`'],
    ['inputs.max_line_bytes=100000', 'cannot answer for `inputs.max_line_bytes`'],
    ['drop_echo.min_words=3', 'it does not hold what `drop_echo.min_words` is held against'],
    ['export.format=alpaca', 'has no say in which conversations are kept'],
    ['__proto__.x=1', 'the config has no `__proto__`'],
  ])('%s', async (setting, message) => {
    await expect(ask([setting])).rejects.toThrow(message);
  });
});

describe('thresholds', () => {
  const curve = (name: string) =>
    look('pipeline: [min_answer_length, max_symbol_share]', (project, decided, pool) =>
      thresholds(project, decided, name, pool),
    );

  test.each([
    ['min_answer_length', 'min_answer_length.chars', 50],
    ['filter.max_symbol_share', 'max_symbol_share.share', 0.5],
    ['dedup', 'dedup.near.threshold', 0.8],
    ['feedback.min_stars', 'feedback.min_stars', 4],
    ['caps.max_per_user', 'caps.max_per_user', null],
  ])('of %s', async (name, key, current) => {
    const report = await curve(name);
    expect(report).toMatchObject({ key, current, records: 90 });
    const limits = report.points.map(({ limit }) => limit ?? Number.POSITIVE_INFINITY);
    expect(limits).toEqual(limits.toSorted((one, other) => one - other));
    const now = report.points.find(({ limit }) => limit === current);
    expect(now).toMatchObject({
      kept: (await fresh('pipeline: [min_answer_length, max_symbol_share]')).kept,
      unsure: 0,
    });
  });

  test('agree with --what-if at every point', async () => {
    const report = await curve('min_answer_length');
    expect(report.points.length).toBeGreaterThan(3);
    for (const { limit, kept } of report.points) {
      const { kept: said } = await ask(
        [`min_answer_length.chars=${limit}`],
        'pipeline: [min_answer_length, max_symbol_share]',
      );
      expect([limit, kept]).toEqual([limit, said.after]);
    }
  });

  test.each([
    ['drop_echo', '`drop_echo` does not run'],
    ['split.by', '`split.by` is no number; name one of'],
    ['dedup.near.ngram', 'cannot answer for `dedup.near.ngram`'],
    ['nonsense', 'the config has no `nonsense`'],
  ])('%s has none', async (name, message) => {
    await expect(curve(name)).rejects.toThrow(message);
  });
});

describe('gaps', () => {
  test('are what labels lack of their share in `balance`, with what balance itself leaves out', async () => {
    const yaml =
      '{ pipeline: [], balance: { language: { en: 0.5, tr: 0.3 } }, goal: { examples: 1000, milestones: [] } }';
    const report = await look(yaml, async (project, decided) => gapsReport(project, decided));
    const language = report.facets.find(({ facet }) => facet === 'language');
    expect(language).toMatchObject({
      by: 'balance',
      labels: [{ label: 'tr', examples: 0, wanted: 0.3, missing: 300 }],
    });
    const kept = (await fresh('pipeline: []')).kept;
    expect(report).toMatchObject({ goal: 1000, examples: kept });
  });

  test('are else what labels lack of the same share for each', async () => {
    const report = await look('{ pipeline: [], goal: { examples: 1000, milestones: [] } }', async (project, decided) =>
      gapsReport(project, decided),
    );
    const [language, intent] = report.facets;
    expect(language).toMatchObject({ facet: 'language', by: 'even', labels: [{ label: 'de', wanted: 0.5 }] });
    // A third of the examples have no intent, and so a third of the goal wants none.
    expect(intent).toMatchObject({ facet: 'intent', by: 'even', labels: [{ wanted: 0.5 }] });
    expect(intent?.labels[0]?.missing).toBeLessThan(350);
  });
});
