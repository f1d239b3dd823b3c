import { expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/index.ts';
import { stagesReport } from './contracts.ts';
import { exchanges } from './logs.ts';
import { Workdir } from './workdir.ts';

const CONFIG = 'config/fine_tuning_config.yaml';
const LOG = 'data/training_logs/conversations_2026-01-01.jsonl';

test('init makes a project in which the next commands work, and a second one replaces nothing', async () => {
  const folder = new Workdir();
  const first = await folder.run(['init']);
  expect(first).toMatchObject({ code: 0 });
  expect(first.stdout).toContain(`created  ${CONFIG}`);
  const written = folder.read(CONFIG);
  expect(written).toMatch(/min_answer_length/);
  folder.write({ [LOG]: exchanges(0, 5), [CONFIG]: 'split: { seed: 7 }\n' });
  const second = await folder.run(['init', '--json']);
  expect(JSON.parse(second.stdout)).toMatchObject({ command: 'init', created: [] });
  expect(folder.read(CONFIG)).toBe('split: { seed: 7 }\n');
  folder.write({ [CONFIG]: written });
  expect(await folder.run(['check', '--quiet'])).toMatchObject({ code: 0 });
  expect(await folder.run(['export', '--quiet'])).toMatchObject({ code: 0, stdout: '' });
});

test('a file in the way of a folder is refused in a sentence', async () => {
  const folder = new Workdir().write({ data: 'mine' });
  const { code, stderr } = await folder.run(['init']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^curate: data\/training_logs cannot be made .*\n$/);
  expect(folder.read('data')).toBe('mine');
});

test('stages lists every stage of the written config, with options and reasons', async () => {
  const folder = new Workdir();
  const { stages, formats } = stagesReport.parse(JSON.parse((await folder.run(['stages', '--json'])).stdout));
  expect(formats.map(({ name }) => name)).toEqual(FORMATS.map(({ name }) => name));
  for (const kind of ['clean', 'scrub', 'label', 'filter', 'set'])
    expect(
      stages.some((stage) => stage.kind === kind),
      kind,
    ).toBe(true);
  for (const { name, kind, reasons } of stages.filter((stage) => stage.kind === 'filter'))
    expect(Object.keys(reasons).length, `${kind} ${name}`).toBeGreaterThan(0);
  const people = await folder.run(['stages']);
  for (const { name } of [...stages, ...formats]) expect(people.stdout).toMatch(new RegExp(`^${name}\\b`, 'm'));
  expect(people).toMatchObject({ code: 0, stderr: '' });
});

test('help and version of the program and of every command', async () => {
  const folder = new Workdir();
  const { stdout } = await folder.run(['--help']);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) .*\[options\]/gm)].map(([, name = '']) => name);
  expect(commands).toEqual([
    ...['init', 'serve', 'check', 'log', 'feedback', 'stats', 'progress', 'gaps', 'export', 'recipe', 'explain'],
    ...['clusters', 'diff', 'report', 'sample', 'scan', 'validate', 'import', 'forget', 'prune', 'stages', 'targets'],
    'cache',
  ]);
  for (const command of commands) {
    const help = await folder.run([command, '--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(new RegExp(`^Usage: curate ${command} `));
    if (['init', 'stages', 'targets', 'cache'].includes(command)) continue;
    // These see to whole files, whatever the day.
    const whole = ['recipe', 'diff', 'scan', 'validate', 'forget', 'prune', 'serve', 'log', 'feedback', 'import'];
    const days = whole.includes(command) ? [] : ['--since', '--until'];
    for (const flag of ['--config', '--data', ...days, ...(command === 'serve' ? [] : ['--json']), '--quiet'])
      expect(help.stdout, command).toContain(flag);
  }
  expect((await folder.run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(folder.list()).toEqual([]);
});
