import { expect, test } from 'vitest';
import { progressReport } from './contracts.ts';
import { exchange } from './logs.ts';
import { Workdir } from './workdir.ts';

const GOAL = 'goal: { examples: 200, milestones: [{ at: 20, name: first steps }, { at: 200, name: the end }] }';

/** Two good exchanges a day, for 20 days; one of them rated, and every tenth badly. */
function project(): Workdir {
  const days = Array.from({ length: 20 }, (_, day) => `2026-01-${String(day + 1).padStart(2, '0')}`);
  return new Workdir().write({
    'config/fine_tuning_config.yaml': GOAL,
    'data/training_logs/conversations_2026-01.jsonl': days.flatMap((date, day) => [
      exchange(2 * day, { timestamp: `${date}T08:00:00Z`, session_id: undefined }),
      exchange(2 * day + 1, { timestamp: `${date}T09:00:00Z`, session_id: undefined }),
    ]),
    'data/training_logs/feedback_2026-01.jsonl': days.map((_, day) => ({
      example_id: `ex-${2 * day}`,
      stars: day % 10 === 0 ? 1 : 5,
    })),
  });
}

test('--json holds the contract', async () => {
  const { code, stdout } = await project().run(['progress', '--json']);
  expect(code).toBe(0);
  const report = progressReport.parse(JSON.parse(stdout));
  expect(report).toMatchObject({
    goal: 200,
    kept: 38,
    percent: 19,
    milestones: [
      { at: 20, name: 'first steps', reached: true, on: '2026-01-11' },
      { at: 200, name: 'the end', reached: false, on: null },
    ],
    targets: [
      { name: 'feedback_rate', value: 0.5, target: 0.1, met: true },
      { name: 'positive_rate', value: 0.9, target: 0.7, met: true },
    ],
  });
  expect(report.per_day).toBe(1.9);
  // 162 to go at 1.9 a day are 86 days from today, and midnight may pass while this runs.
  const days = (Date.parse(report.eta ?? '') - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(84);
  expect(days).toBeLessThanOrEqual(86);
  const [early, late] = report.eta_range;
  expect([early, report.eta, late].toSorted()).toEqual([early, report.eta, late]);
});

test('for people and as Markdown: the way, the pace, the milestones by name, the targets met', async () => {
  const folder = project();
  const { stdout } = await folder.run(['progress', '--quiet']);
  for (const words of ['19.0 %', '38 kept, 162 to go', '7 days', '28 days', 'first steps', 'met  feedback rate'])
    expect(stdout).toContain(words);
  expect(stdout).toMatch(/[▁▂▃▄▅▆▇█]{2}/);
  const markdown = await folder.run(['progress', '--markdown', '--quiet']);
  expect(markdown.stdout).toMatch(/^\*\*|^#/);
  expect(markdown.stdout).toContain('38');
  expect(markdown.stdout).not.toContain('\u001b');
});

test('--require is a gate: 0 when there are as many, 1 and a sentence when there are fewer', async () => {
  const folder = project();
  expect(await folder.run(['progress', '--require', '38', '--json'])).toMatchObject({ code: 0 });
  const fewer = await folder.run(['progress', '--require', '39', '--json', '--quiet']);
  expect(fewer.code).toBe(1);
  expect(progressReport.parse(JSON.parse(fewer.stdout)).kept).toBe(38);
  expect(fewer.stderr).toBe('curate: 38 good examples are fewer than the 39 required.\n');
});
