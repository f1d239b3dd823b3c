import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { exportReport, statsReport } from './contracts.ts';
import { exchange, SAMPLE } from './logs.ts';
import { Workdir } from './workdir.ts';

const sample = new Workdir();

beforeAll(() => cpSync(SAMPLE, join(sample.path, 'data/training_logs'), { recursive: true }));

test('--json holds the contract, agrees with what export says, and writes nothing', async () => {
  const { code, stdout } = await sample.run(['stats', '--json']);
  expect(code).toBe(0);
  expect(sample.list('data/curated')).toEqual([]);
  const stats = statsReport.parse(JSON.parse(stdout));
  expect(stats.kept + stats.dropped.total).toBe(stats.records);
  expect(stats.days.length).toBe(61);
  expect(stats.days.map(({ date }) => date).toSorted()).toEqual(stats.days.map(({ date }) => date));
  expect(stats.quality_rate).toBeCloseTo(stats.kept / stats.records, 10);
  expect(stats.feedback.rate).toBeCloseTo(stats.feedback.rated / stats.records, 10);
  const exported = await sample.run(['export', '--json']);
  const { records, kept, dropped } = exportReport.parse(JSON.parse(exported.stdout));
  expect(stats).toMatchObject({ records, kept, dropped });
});

test('for people: totals, days, feedback, languages and losses, without colour into a pipe', async () => {
  const { code, stdout } = await sample.run(['stats', '--since', '2026-10-01', '--quiet']);
  expect(code).toBe(0);
  for (const word of ['records kept', 'Where rows are lost', 'min_answer_length', 'too_few_chars', 'Languages'])
    expect(stdout).toContain(word);
  for (const word of ['Feedback', '█', ' en ']) expect(stdout).toContain(word);
  expect(stdout).not.toContain('\u001b');
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('counts by hand: sessions, users, days, stars, labels and lengths', async () => {
  const folder = new Workdir().write({
    'data/training_logs/conversations_2026-01-01.jsonl': [
      exchange(0, { timestamp: '2026-01-01T08:00:00Z', intent: 'how_to', framework: 'react', complexity: 'simple' }),
      exchange(1, { timestamp: '2026-01-01T09:00:00Z', intent: 'how_to', language: 'en' }),
      exchange(9, { timestamp: '2026-01-02T09:00:00Z', user_id: 'user-0', language: 'de' }),
      exchange(10, { timestamp: '2026-01-02T09:00:00Z', user_message: '12345', assistant_message: 'Too short.' }),
    ],
    'data/training_logs/feedback_2026-01.jsonl': [
      { example_id: 'ex-0', user_id: 'user-0', stars: 5 },
      { example_id: 'ex-1', user_id: 'user-1', stars: 2 },
      { example_id: 'ex-404', thumbs: 'up' },
    ],
  });
  const { stdout } = await folder.run(['stats', '--json']);
  const stats = statsReport.parse(JSON.parse(stdout));
  expect(stats).toMatchObject({
    records: 4,
    kept: 2,
    sessions: 2,
    users: 3,
    days: [
      { date: '2026-01-01', records: 2, kept: 1 },
      { date: '2026-01-02', records: 2, kept: 1 },
    ],
    quality_rate: 0.5,
    feedback: { rated: 2, rate: 0.5, positive_rate: 0.5, mean_stars: 3.5 },
    intents: { how_to: 2 },
    frameworks: { react: 1 },
    complexity: { simple: 1 },
  });
  expect(stats.languages).toMatchObject({ de: 1 });
  const answers = [0, 1, 9].map((number) => String(exchange(number).assistant_message).length);
  expect(stats.lengths.assistant?.max).toBe(Math.max(...answers));
});
