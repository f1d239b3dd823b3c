import { expect, test } from 'vitest';
import { exchanges } from './logs.ts';
import { Workdir } from './workdir.ts';

const folder = new Workdir().write({
  'data/training_logs/conversations_2026-01-01.jsonl': [
    ...exchanges(0, 12, { language: 'en' }),
    ...exchanges(12, 15, { language: 'de' }),
  ],
});
const REPORT = {
  kept: { before: expect.any(Number), after: 0 },
  unsure: 0,
  dropped: { min_answer_length: { before: 0, after: 15 } },
};

test('stats --what-if takes several settings, and prints one JSON object', async () => {
  const args = ['stats', '--what-if', 'min_answer_length.chars=900', '--what-if', 'split.seed=1', '--json', '--quiet'];
  const { code, stdout, stderr } = await folder.run(args);
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({
    ...REPORT,
    settings: [{ key: 'min_answer_length.chars', before: 50, after: 900 }, { key: 'split.seed' }],
  });
});

test('stats --what-if and --thresholds are two questions', async () => {
  const { code, stderr } = await folder.run(['stats', '--what-if', 'split.seed=1', '--thresholds', 'dedup']);
  expect(code).toBe(2);
  expect(stderr).toContain("'--thresholds <stage>' cannot be used with option '--what-if <key=value>'");
});

test('gaps are for people, too', async () => {
  const { code, stdout } = await folder.run(['gaps', '--quiet']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/language +the same share for each\n.*\n {2}de +3 +20\.0 % +50\.0 %/);
});
