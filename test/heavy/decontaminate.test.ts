import { expect, test } from 'vitest';
import { exportReport } from '../commands/contracts.ts';
import { exchange, exchanges } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

const textOf = (number: number): string => String(exchange(number).assistant_message);

test('corrections that go into pairs are held against it as well', async () => {
  const folder = new Workdir().write({
    'data/training_logs/conversations_2026-01-01.jsonl': exchanges(0, 4),
    'data/training_logs/feedback_2026-01.jsonl': [
      { example_id: 'ex-0', score: 1, correction: `Better so: ${textOf(30)}` },
      { example_id: 'ex-1', score: 1, correction: `Better so: ${textOf(31)}` },
    ],
    'config/fine_tuning_config.yaml': 'decontaminate: { against: [../bench.jsonl] }\nexport: { format: preference }\n',
    'bench.jsonl': [{ text: textOf(31) }],
  });
  const { code, stdout, stderr } = await folder.run(['export', '--json', '--quiet']);
  expect(code, stderr).toBe(0);
  expect(exportReport.parse(JSON.parse(stdout)).dropped.by_reason).toMatchObject({ 'signal.correction_dropped': 1 });
  expect(folder.list('data/curated/preference').filter((file) => /^(train|val|test)/.test(file))).toHaveLength(1);
});
