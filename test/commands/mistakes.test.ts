import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exchanges } from './logs.ts';
import { type Run, type RunOptions, Workdir } from './workdir.ts';

const LOGS = 'data/training_logs';
/** `progress` and `explain` begin as `stats` does. */
const READING = ['check', 'stats', 'export'];

const run = (folder: Workdir, command: string, options?: RunOptions): Promise<Run> =>
  folder.run(command.split(' '), options);

/** Exit code 2, nothing on standard output, sentences without a stack trace. */
function expectRefusal({ code, stdout, stderr }: Run, sentence: RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
}

test.each([
  ['exprt', /unknown command 'exprt'\n\(Did you mean export\?\)/],
  ['export --formt csv', /unknown option '--formt'\n\(Did you mean --format\?\)/],
  ['export extra', /too many arguments for 'export'/],
  ['explain', /missing required argument 'id'/],
  ['export --workers many', /'many' is invalid\. It must be a whole number from 0 to 64\./],
  ['progress --require -1', /'-1' is invalid|whole number/],
  ['export --split all', /Allowed choices are train, val, test/],
  ['export --compress zip', /Allowed choices are none, gz/],
  ['export --format chatlm', /no format "chatlm": the nearest is `chatml`; choose one of chatml, /],
  ['export --since yesterday', /^curate: --since needs a day such as 2026-09-30, not "yesterday"\./m],
  ['stats --until 2026-02-30', /^curate: --until needs a day such as 2026-09-30, not "2026-02-30"\./m],
  ['export --config missing.yaml', /^curate: There is no file missing\.yaml; .*curate init/m],
])('curate %s', async (command, sentence) => {
  const folder = new Workdir().write({ [`${LOGS}/conversations_2026-01-01.jsonl`]: exchanges(0, 2) });
  expectRefusal(await run(folder, command), sentence);
  expect(folder.list('data/curated')).toEqual([]);
});

test('curate alone shows the commands', async () => {
  const { code, stderr } = await new Workdir().run([]);
  expect(code).toBe(2);
  expect(stderr).toContain('explain [options] <id>');
});

test.each(READING.filter((command) => command !== 'check'))('%s without logs says how to start', async (command) => {
  const folder = new Workdir();
  expectRefusal(await run(folder, command), /training_logs: there is no such folder\. .*curate init/);
  folder.write({ [`${LOGS}/readme.txt`]: '' });
  expectRefusal(await run(folder, command), /training_logs: no file fits .*Put your daily logs there/);
});

test.each(READING)('%s with a wrong config names all mistakes with line, key and the nearest name', async (command) => {
  const folder = new Workdir().write({
    [`${LOGS}/conversations_2026-01-01.jsonl`]: exchanges(0, 2),
    'config/fine_tuning_config.yaml': 'split:\n  trian: 0.8\nfeedback:\n  min_stars: many\nexprt: {}\n',
  });
  const file = 'config/fine_tuning_config\\.yaml';
  const refused = await run(folder, command);
  expectRefusal(refused, new RegExp(`${file} has 3 problems:`));
  expect(refused.stderr).toMatch(new RegExp(`${file}:2: split\\.trian: unknown key; did you mean \`train\`\\?`));
  expect(refused.stderr).toMatch(new RegExp(`${file}:4: feedback\\.min_stars: expected a number from 1 to 5`));
  expect(refused.stderr).toMatch(new RegExp(`${file}:5: exprt: unknown key; did you mean \`export\`\\?`));
});

test.each(READING.filter((command) => command !== 'check'))('%s on a log that may not be read', async (command) => {
  const folder = new Workdir().write({ [`${LOGS}/conversations_2026-01-01.jsonl`]: exchanges(0, 2) });
  for (const path of ['.', 'data']) chmodSync(join(folder.path, path), 0o777);
  chmodSync(join(folder.path, `${LOGS}/conversations_2026-01-01.jsonl`), 0o000);
  const refused = await run(folder, command, { unprivileged: true });
  expectRefusal(refused, /conversations_2026-01-01\.jsonl: permission denied; check who may read/);
});

test('a place that may not be written, and a path through a file', async () => {
  const folder = new Workdir().write({ [`${LOGS}/conversations_2026-01-01.jsonl`]: exchanges(0, 2) });
  chmodSync(folder.path, 0o755);
  expectRefusal(await run(folder, 'export', { unprivileged: true }), /data\/curated.*: permission denied/);
  const through = `export -o ${LOGS}/conversations_2026-01-01.jsonl/inside`;
  expectRefusal(await run(folder, through), /conversations_2026-01-01\.jsonl: something else stands there/);
  const file = `stats --data ${LOGS}/conversations_2026-01-01.jsonl`;
  expectRefusal(await run(folder, file), /a part of its path is not a folder/);
});
