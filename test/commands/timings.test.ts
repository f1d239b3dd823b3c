import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { exchange, exchanges } from './logs.ts';
import { Workdir } from './workdir.ts';

const folder = new Workdir().write({
  'data/training_logs/conversations_2026-01-01.jsonl': [
    ...exchanges(0, 40),
    exchange(41, { assistant_message: '' }),
    { event: 'not a conversation' },
  ],
  'data/training_logs/conversations_2026-01-02.jsonl': exchanges(50, 70, { assistant_message: 'Too short.' }),
});

const timings = z.object({
  seconds: z.object({ survey: z.number(), decide: z.number(), write: z.number().optional() }),
  surveyed: z.number(),
  cached: z.number(),
  steps: z.array(z.object({ step: z.string(), conversations: z.number(), microseconds: z.number().min(0) })),
});
const report = z.object({
  funnel: z.array(z.object({ stage: z.string(), in: z.number() })),
  timings: timings.optional(),
});

async function run(...args: string[]) {
  const { code, stdout } = await folder.run([...args, '--json', '--quiet']);
  expect(code).toBe(0);
  return report.parse(JSON.parse(stdout));
}

let plain: z.infer<typeof report>;
beforeAll(async () => {
  plain = await run('stats', '--no-cache');
});

test.each(['0', '2'])('with %s workers every stage says who came to it and what that took', async (workers) => {
  const { timings: taken } = await run('stats', '--timings', '--no-cache', '--workers', workers);
  const came = Object.fromEntries(taken?.steps.map(({ step, conversations }) => [step, conversations]) ?? []);
  // Filters judge also what another one dropped, so that it can be said what other limits would keep.
  for (const { stage, in: count } of plain.funnel.filter(({ stage }) => stage in came)) {
    expect(came[stage]).toBeGreaterThanOrEqual(count);
    expect(came[stage]).toBeLessThanOrEqual(plain.funnel[0]?.in ?? 0);
  }
  expect(taken?.steps.map(({ step }) => step)).toEqual([
    ...['parsing', 'fields'],
    ...plain.funnel.map(({ stage }) => stage).filter((stage) => stage in came),
    ...['fingerprint', 'reading, digest'],
  ]);
  expect(Object.keys(came).length).toBeGreaterThan(15);
  expect(taken).toMatchObject({ surveyed: 61, cached: 0 });
  expect(taken?.steps.every(({ microseconds }) => microseconds < 1e6)).toBe(true);
  expect(taken?.seconds.survey).toBeGreaterThan(0);
  expect(taken?.seconds.write).toBeUndefined();
});

test('nobody asked, nothing is said', () => expect(plain.timings).toBeUndefined());

test('what the cache knows is not measured, and a log that is new is', async () => {
  await run('stats');
  expect((await run('export', '--timings')).timings).toMatchObject({ surveyed: 0, cached: 61, steps: [] });
  folder.write({ 'data/training_logs/conversations_2026-01-03.jsonl': exchanges(80, 85) });
  const { timings: taken } = await run('export', '--timings');
  expect(taken).toMatchObject({ surveyed: 5, cached: 61 });
  expect(taken?.seconds.write).toBeGreaterThan(0);
});

test('for people: a table, and a word on what came from the cache', async () => {
  const { stdout } = await folder.run(['export', '--timings', '--format', 'chatml,csv']);
  expect(stdout).toMatch(/Where the time goes\n {2}survey \d+\.\d\d s · decide \d+\.\d\d s · write \d+\.\d\d s\n/);
  expect(stdout).toContain('66 conversations came from the cache · --no-cache times all');
  const all = await folder.run(['stats', '--timings', '--no-cache', '--quiet']);
  expect(all.stdout).toMatch(/\n {2}fingerprint +66 +\d/);
  expect(all.stdout).not.toContain('cache');
});
