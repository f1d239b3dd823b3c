import { describe, expect, test } from 'vitest';
import { type Decided, decideProject, withPool } from '../../src/engine/decideProject.ts';
import { findInputs, type Project } from '../../src/engine/project.ts';
import { statsReport } from '../../src/engine/statsReport.ts';
import { SILENT } from '../../src/engine/surveyLogs.ts';
import { whatIf } from '../../src/engine/whatif/whatIf.ts';
import { CachedLogs } from '../cachedRun.ts';

/**
 * The whole sample, with every oddity in it: what `--what-if` says is what a run with the setting says. Where it says that
 * it does not know of some conversations, it is no further off than these, and what they push in or out as duplicates.
 */
const logs = new CachedLogs().sample('conversations', 'feedback', 'comments');

async function run<Result>(
  yaml: string,
  look: (project: Project, decided: Decided, pool: Parameters<typeof whatIf>[3]) => Promise<Result>,
): Promise<Result> {
  const project = await logs.project('use', yaml);
  const inputs = await findInputs(project);
  return withPool(inputs, 0, async (pool) => look(project, await decideProject(project, inputs, pool, SILENT), pool));
}

/** The usual pipeline, with one of its stages set otherwise. */
async function yamlWith(stage: string, options: string): Promise<string> {
  const project = await logs.project('use', '{}');
  const entries = project.config.pipeline.map(({ use }) => (use === stage ? `{ use: ${use}, ${options} }` : use));
  return `pipeline: [${entries.join(', ')}]`;
}

describe.each([
  ['min_answer_length', 'chars', ['0', '20', '100', '300']],
  ['max_answer_length', 'chars', ['400', '2000']],
  ['min_question_length', 'chars', ['1', '30']],
  ['max_repetition', 'ngrams', ['0.1', '0.3', '0.9', '1']],
  ['max_symbol_share', 'share', ['0.05', '0.1', '0.3', '1']],
])('%s.%s', (stage, option, values) => {
  test.each(values)('%s', async (value) => {
    const said = await run('{}', (project, decided, pool) =>
      whatIf(project, decided, [`${stage}.${option}=${value}`], pool),
    );
    const { kept } = await run(await yamlWith(stage, `${option}: ${value}`), async (project, decided) =>
      statsReport(project, decided),
    );
    process.stdout.write(
      `${stage}.${option}=${value}: said ${said.kept.after}, is ${kept}, not known of ${said.unsure}\n`,
    );
    if (said.unsure === 0) expect(said.kept.after).toBe(kept);
    else expect(Math.abs(said.kept.after - kept)).toBeLessThanOrEqual(said.unsure);
  });
});

test.each([
  ['feedback.min_stars=3', 'feedback: { min_stars: 3 }'],
  ['feedback.unrated=drop', 'feedback: { unrated: drop }'],
  ['dedup.near.threshold=0.6', 'dedup: { near: { threshold: 0.6 } }'],
  ['dedup.near.threshold=0.95', 'dedup: { near: { threshold: 0.95 } }'],
  ['caps={max_per_user: 5, max_per_intent: 40}', 'caps: { max_per_user: 5, max_per_intent: 40 }'],
  [
    'balance={language: {en: 0.6, de: 0.2}, complexity: {simple: 0.5}}',
    'balance: { language: { en: 0.6, de: 0.2 }, complexity: { simple: 0.5 } }',
  ],
  ['conversation.unit=session', 'conversation: { unit: session }'],
])('%s', async (setting, yaml) => {
  const said = await run('{}', (project, decided, pool) => whatIf(project, decided, [setting], pool));
  const { kept, dropped } = await run(yaml, async (project, decided) => statsReport(project, decided));
  expect([said.unsure, said.kept.after, said.records - said.kept.after]).toEqual([0, kept, dropped.total]);
});
