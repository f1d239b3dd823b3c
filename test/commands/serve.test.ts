import { expect, test } from 'vitest';
import { Workdir } from './workdir.ts';

test('an address that others reach is refused without tokens', async () => {
  const { code, stdout, stderr } = await new Workdir().run(['serve', '--host', '0.0.0.0']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^curate: serve\.host: 0\.0\.0\.0 is not this machine alone.*CURATE_TOKENS.*\n$/);
});
