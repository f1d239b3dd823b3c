import { getPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { exportIn } from '../../src/service/exports/exportChild.ts';

const PROGRAM = fileURLToPath(new URL('failingExport.mjs', import.meta.url));
const start = exportIn({ data: '-odd name', config: 'a b.yaml', id_key: 'the key' }, PROGRAM);

afterEach(() => {
  delete process.env.CURATE_TOKENS;
});

test('it is told the folder, the config and the key, and nothing of the tokens', async () => {
  process.env.CURATE_TOKENS = 'admin secret';
  expect(await start({ container: 'parquet' }).done).toEqual({
    ok: true,
    problem: null,
    report: {
      flags: ['export', '--json', '--quiet', '--config=a b.yaml', '--data=-odd name', '--container=parquet'],
      key: 'the key',
    },
  });
});

test.each([
  ['gate', { report: { out: 'somewhere' }, problem: 'the data is written, but it would be refused.' }],
  ['mistake', { report: null, problem: 'curate.yaml has 2 problems:\ncurate.yaml:1: goal: expected a mapping.' }],
  ['bug', { report: null, problem: expect.stringContaining('nobody foresaw') }],
  ['silent', { report: null, problem: expect.stringContaining('exit code 0') }],
  ['killed', { report: null, problem: expect.stringContaining('SIGKILL') }],
])('one that ends so: %s', async (format, outcome) => {
  const found = await start({ format }).done;
  expect(found).toEqual({ ok: false, ...outcome });
  expect(JSON.stringify(found)).not.toContain('0170');
});

test('one that does not stop when it is told to is killed after five seconds', async () => {
  const run = start({ format: 'hangs' });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const began = performance.now();
  run.stop();
  expect(await run.done).toMatchObject({ ok: false, problem: expect.stringContaining('SIGKILL') });
  expect(performance.now() - began).toBeGreaterThan(4500);
  expect(getPriority()).toBeLessThan(10); // only the child gives way
});
