import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Workdir } from './workdir.ts';

test('an address that others reach is refused without tokens', async () => {
  const { code, stdout, stderr } = await new Workdir().run(['serve', '--host', '0.0.0.0']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^curate: serve\.host: 0\.0\.0\.0 is not this machine alone.*CURATE_TOKENS.*\n$/);
});

test('--openapi prints the document that is served, and ends', async () => {
  const run = await new Workdir().run(['serve', '--openapi']);
  expect(run).toEqual({
    code: 0,
    stdout: readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'),
    stderr: '',
  });
});

test('a folder that cannot be written to is refused at the start', async () => {
  const { code, stderr } = await new Workdir().write({ mine: 'a file' }).run(['serve', '--data', 'mine']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^curate: .*mine\/training_logs: nothing can be written there \(ENOTDIR\)/);
});
