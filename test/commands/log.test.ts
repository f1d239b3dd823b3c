import { expect, test } from 'vitest';
import { givenBy } from '../../src/commands/collecting.ts';
import { exchanges } from './logs.ts';
import { Workdir } from './workdir.ts';

const linesOf = (folder: Workdir): unknown[] =>
  folder
    .list('data/training_logs')
    .flatMap((name) => folder.read(`data/training_logs/${name}`).trimEnd().split('\n'))
    .map((line) => JSON.parse(line));

test('an exchange and what was said of it come from flags, joined by the id that is printed', async () => {
  const folder = new Workdir();
  const logged = await folder.run(['log', '--user-message', 'Hi.', '--assistant-message', 'Hello!', '--user', 'ann']);
  expect(logged).toMatchObject({ code: 0, stderr: '' });
  const id = logged.stdout.trim();
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  const rated = await folder.run(['feedback', '--conversation', id, '--stars', '5', '--comment', 'good', '--json']);
  expect(JSON.parse(rated.stdout)).toEqual({
    ...{ command: 'feedback', stored: 1, opted_out: 0, dropped: 0 },
    ...{ refused_lines: 0, refused: [], conversation_ids: [id] },
  });
  expect(linesOf(folder)).toMatchObject([
    { conversation_id: id, user_id: 'ann', user_message: 'Hi.', assistant_message: 'Hello!' },
    { conversation_id: id, stars: 5, comment: 'good' },
  ]);
});

test('of standard input the good lines are stored, the others told by number, without their text', async () => {
  const folder = new Workdir().write({
    'config/fine_tuning_config.yaml': 'privacy: { opt_out: out.txt }\n',
    'data/out.txt': 'user-1\n',
  });
  const lines = exchanges(0, 3).map((line) => JSON.stringify(line));
  const stdin = `${lines[0]}\n{"quixotrellum\n${lines[1]}\n{"question":"quixotrellum"}\n${lines[2]}`;
  const { code, stdout, stderr } = await folder.run(['log'], { stdin });
  expect({ code, stdout }).toEqual({ code: 1, stdout: 'ex-0\nex-2\n' });
  expect(stderr).toContain('line 2: It is no JSON.\nline 4: ');
  expect(stderr).toContain('opted out or was forgotten: 1.\n');
  expect(stderr).toContain('curate: 2 of 5 lines were refused');
  expect(stderr).not.toContain('quixotrellum');
  expect(linesOf(folder)).toHaveLength(2);
});

test('with --json one object tells it all; where no line is of use, that is an error', async () => {
  const { code, stdout, stderr } = await new Workdir().run(['feedback', '--json'], { stdin: '[{"stars": 5}, {}]' });
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ command: 'feedback', stored: 0, refused: [{ line: 1 }, { line: 2 }] });
  expect(stderr).toBe('curate: none of 2 lines can be stored; see docs/collect.md for the names that are known.\n');
});

test('nothing on standard input is an error', async () => {
  const { code, stdout, stderr } = await new Workdir().run(['log']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('standard input has nothing to store');
});

test('at a terminal, without flags, it shows its help and waits for nobody', async () => {
  const { code, stdout } = await new Workdir().run(['log'], { tty: true });
  expect(code).toBe(2);
  expect(stdout).toContain('Usage: curate log');
  expect(stdout).toContain('needs flags, or JSON lines on standard input');
});

test('flags, standard input or neither: which is meant', () => {
  const command = { name: () => 'log', outputHelp() {} };
  expect(givenBy(command, undefined, { user_id: 'ann', model: undefined })).toEqual({ user_id: 'ann' });
  expect(givenBy(command, '-', { model: undefined })).toBeUndefined();
  expect(() => givenBy(command, '-', { user_id: 'ann' })).toThrow('either flags or standard input, not both');
  expect(() => givenBy(command, 'chats.jsonl', {})).toThrow('`curate log < FILE`');
});
