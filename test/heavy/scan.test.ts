import { expect, test } from 'vitest';
import { SAMPLE } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

test('the data sets of the sample, in every format, pass the gate', async () => {
  const folder = new Workdir();
  const { code } = await folder.shell(
    `mkdir data && cp -r '${decodeURI(SAMPLE.pathname)}' data/training_logs && $CURATE export --format all --quiet`,
  );
  expect(code).toBe(0);
  for (const format of folder
    .list('data/curated')
    .flatMap((name) => /^([\w-]+)\/manifest\.json$/.exec(name)?.[1] ?? [])) {
    const run = await folder.run(['scan', `data/curated/${format}`, '--fail-on', 'any', '--quiet']);
    expect(run, format).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('✓ Nothing found');
  }
});
