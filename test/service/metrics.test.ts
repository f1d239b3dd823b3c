import { describe, expect, test } from 'vitest';
import { EXCHANGE, testService } from './helpers.ts';

/** A line of the text format (prometheus.io/docs/instrumenting/exposition_formats), strictly; numbers as Go reads them, `Nan` among them. */
const SAMPLE =
  /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*",?)+)\})? (N[aA][nN]|[+-]Inf|-?[\d.e+-]+)$/;

async function scraped(app: Awaited<ReturnType<typeof testService>>['app']): Promise<Map<string, number>> {
  const answer = await app.inject('/metrics');
  expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  const samples = new Map<string, number>();
  const typed = new Set<string>();
  for (const line of answer.body.trim().split('\n')) {
    const type = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line);
    if (type?.[1] !== undefined) typed.add(type[1]);
    if (line === '' || line.startsWith('#')) continue;
    const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? expect.fail(`not a sample: ${line}`);
    const base = name.replace(/_(bucket|sum|count)$/, '');
    expect(typed.has(name) || typed.has(base), name).toBe(true);
    samples.set(`${name}{${labels}}`, Number(value));
  }
  return samples;
}

describe('metrics', () => {
  test('are in the format of Prometheus, by its naming rules', async () => {
    const { app } = await testService({}, { processMetrics: true });
    await app.inject({ method: 'POST', url: '/v1/conversations', payload: EXCHANGE });
    const samples = await scraped(app);
    const names = new Set([...samples.keys()].map((key) => key.replace(/\{.*/, '')));
    for (const name of names) expect(name).toMatch(/^(curate|process|nodejs)_[a-z0-9_]+$/);
    for (const name of [...names].filter((name) => name.startsWith('curate_')))
      expect(name).toMatch(/_(total|seconds|seconds_(bucket|sum|count)|in_flight|listeners)$/);
    expect(names).toContain('process_resident_memory_bytes');
    expect(samples.get('curate_http_requests_total{method="POST",route="/v1/conversations",status="201"}')).toBe(1);
    expect(samples.get('curate_http_request_duration_seconds_count{method="POST",route="/v1/conversations"}')).toBe(1);
    expect(samples.get('curate_write_duration_seconds_count{kind="conversation"}')).toBe(1);
    // The one that asks.
    expect(samples.get('curate_http_requests_in_flight{}')).toBe(1);
  });

  test('count what the collector counts', async () => {
    const counts = { stored: 7, opted_out: 2, dropped: 1, failed: 3, bytes: 99 };
    const sink = { counts, log: () => Promise.reject(new Error()), submit: () => Promise.reject(new Error()) };
    const collector = { conversations: sink, feedback: sink, close: async () => {} };
    const { app } = await testService({}, {}, { collector });
    await scraped(app);
    const samples = await scraped(app);
    for (const what of ['conversations', 'feedback'])
      for (const status of ['stored', 'opted_out', 'dropped', 'failed'] as const)
        expect(samples.get(`curate_${what}_total{status="${status}"}`)).toBe(counts[status]);
  });

  test('nobody can make series by inventing paths or hosts', async () => {
    const { app } = await testService();
    for (const url of ['/a', '/b', '/v1/exports/x', '/v1/exports/y', '/%zz']) await app.inject(url);
    for (const host of ['a.example', 'b.example']) await app.inject({ url: '/healthz', headers: { host } });
    const routes = new Set([...(await scraped(app)).keys()].flatMap((key) => /route="([^"]*)"/.exec(key)?.[1] ?? []));
    expect(routes).toEqual(new Set(['unknown', '/v1/exports/:id', '/healthz']));
  });
});
