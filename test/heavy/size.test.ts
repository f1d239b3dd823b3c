import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generate } from '../../bench/generate.ts';
import { exportReport } from '../commands/contracts.ts';
import { damage, expectAccounted, filesBelow, sha256 } from '../commands/exported.ts';
import { Workdir } from '../commands/workdir.ts';

test('30,000 exchanges: 1, 2 and 5 workers write the same bytes', async () => {
  const folder = new Workdir();
  generate({ exchanges: 30_000, out: join(folder.path, 'data'), days: 6, seed: 7 });
  const outputs = [];
  for (const workers of ['1', '2', '5']) {
    const out = `workers-${workers}`;
    rmSync(join(folder.path, 'data/curated/splits.ledger'), { force: true }); // the card tells what was published before
    const args = ['export', '--format', 'chatml,json', '--workers', workers, '-o', out, '--quiet', '--no-cache'];
    expect((await folder.run(args)).code).toBe(0);
    const names = filesBelow(join(folder.path, out)).filter((name) => !name.endsWith('manifest.json'));
    outputs.push(Object.fromEntries(names.map((name) => [name, sha256(folder.bytes(`${out}/${name}`))])));
  }
  const [one, two, five] = outputs;
  expect(Object.keys(one ?? {}).length).toBeGreaterThan(12);
  expect(two).toEqual(one);
  expect(five).toEqual(one);
});

test('a single log of 300 MB is exported in a heap of 200 MB', async () => {
  const folder = new Workdir();
  const exchanges = 150_000;
  generate({ exchanges, out: join(folder.path, 'data'), days: 1, seed: 9 });
  const logs = join(folder.path, 'data/training_logs');
  const [name = ''] = readdirSync(logs).filter((file) => file.startsWith('conversations'));
  expect(statSync(join(logs, name)).size).toBeGreaterThan(290e6);
  const env = { NODE_OPTIONS: '--max-old-space-size=200' };
  const { code, stdout } = await folder.run(['export', '--json', '--quiet'], { env });
  expect(code).toBe(0);
  const report = exportReport.parse(JSON.parse(stdout));
  process.stdout.write(`300 MB in ${report.seconds} s\n`);
  expectAccounted(report);
  expect(report.records).toBe(exchanges);
  expect(damage(join(folder.path, 'data/curated/chatml'))).toEqual([]);
});
