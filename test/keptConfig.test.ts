import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConfig } from '../src/config/load.ts';
import { clearCache } from '../src/engine/cache/cacheReport.ts';
import { KeptConfig, keptConfigFile } from '../src/engine/cache/keptConfig.ts';
import { checkConfig } from '../src/engine/checkedConfig.ts';
import { CachedLogs, tellAll } from './cachedRun.ts';
import { exchanges } from './commands/logs.ts';
import { Workdir } from './commands/workdir.ts';

const text = 'goal: { examples: 7 }\npipeline: [normalize_whitespace, scrub, { use: min_answer_length, chars: 3 }]\n';
const checked = checkConfig({ file: 'c.yaml', text });
const kept = (folder: Workdir, source = text, writes = true, code = '1') =>
  new KeptConfig(folder.path, source, writes, code);

test('a config is kept as it was checked, with the file that has every option and without any', () => {
  const full = readFileSync(new URL('../config/fine_tuning_config.yaml', import.meta.url), 'utf8');
  for (const source of [text, full, '']) {
    const folder = new Workdir();
    const fresh = checkConfig({ file: 'c.yaml', text: source });
    expect(kept(folder, source).find()).toBeUndefined();
    kept(folder, source).keep(fresh);
    expect(kept(folder, source).find()).toEqual(fresh);
  }
  expect(checkConfig(undefined)).toEqual(checkConfig({ file: 'c.yaml', text: '' }));
});

test('another text or other code finds nothing, and takes its place', () => {
  const folder = new Workdir();
  kept(folder).keep(checked);
  expect(kept(folder, `${text}\n`).find()).toBeUndefined();
  const later = () => kept(folder, text, true, '2');
  expect(later().find()).toBeUndefined();
  later().keep(checked);
  expect(later().find()).toEqual(checked);
  expect(kept(folder).find()).toBeUndefined();
});

test('what is damaged, cut short or no such file at all is not believed', () => {
  const folder = new Workdir();
  const path = keptConfigFile(folder.path);
  kept(folder).keep(checked);
  const whole = readFileSync(path);
  const damage = fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (place, bits) => {
    const bytes = Buffer.from(whole);
    bytes[place] = (bytes[place] ?? 0) ^ bits;
    writeFileSync(path, bytes);
    expect(kept(folder).find()).toBeUndefined();
    writeFileSync(path, whole.subarray(0, place));
    expect(kept(folder).find()).toBeUndefined();
  });
  fc.assert(damage, { numRuns: 200 });
  writeFileSync(path, '{}');
  expect(kept(folder).find()).toBeUndefined();
});

test('it is written once, by those who may write, for the owner only, and goes with the cache', () => {
  const folder = new Workdir();
  const path = keptConfigFile(folder.path);
  kept(folder, text, false).keep(checked);
  expect(folder.list()).toEqual([]);
  kept(folder).keep(checked);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const { ino } = statSync(path);
  const again = kept(folder);
  again.find();
  again.keep(checked);
  expect(statSync(path).ino).toBe(ino);
  clearCache(folder.path);
  expect(folder.list()).toEqual([]);
});

test('a folder that cannot be written does no harm', () => {
  const folder = new Workdir().write({ '.curate': 'a file, where a folder should be' });
  kept(folder).keep(checked);
  expect(kept(folder).find()).toBeUndefined();
});

test('a run goes by its own config, whichever was kept', async () => {
  const logs = new CachedLogs().logs({ 'conversations_2026-09-01.jsonl': exchanges(0, 4) });
  for (const source of [text, 'goal: { examples: 9 }\n', text]) {
    for (let run = 0; run < 2; run++) {
      const project = await logs.project('use', source);
      expect(project).toMatchObject({
        config: readConfig(source, 'c.yaml'),
        configFile: join(logs.path, 'config.yaml'),
      });
      await tellAll(project);
    }
  }
  await expect(logs.project('use', 'goal: { examples: 0 }\n')).rejects.toThrow(
    `${logs.path}/config.yaml:1: goal.examples`,
  );
});

test('a config is kept when the logs were read, but not by runs that keep nothing', async () => {
  const logs = new CachedLogs().logs({ 'conversations_2026-09-01.jsonl': exchanges(0, 4) });
  const path = 'data/.curate/config.checked';
  await tellAll(logs.project('off', text));
  await tellAll(logs.project('read', text));
  const project = await logs.project('use', text);
  expect(logs.list('data/.curate')).toEqual([]); // a mistake in --data must not leave anything
  await tellAll(project);
  writeFileSync(join(logs.path, path), logs.read(path).replace('"examples":7', '"examples":8'));
  expect((await logs.project('use', text)).config.goal.examples).toBe(7);
  expect((await logs.project('off', text)).config.goal.examples).toBe(7);
});
