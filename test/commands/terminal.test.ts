import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportReport } from './contracts.ts';
import { exchanges, SAMPLE } from './logs.ts';
import { Workdir } from './workdir.ts';

const ESCAPE = '\u001b';
const HIDE = `${ESCAPE}[?25l`;
const SHOW = `${ESCAPE}[?25h`;

test('on a terminal: a spinner with counts, colours, and the cursor back at the end', async ({ skip }) => {
  const folder = new Workdir();
  cpSync(SAMPLE, join(folder.path, 'data/training_logs'), { recursive: true });
  if ((await folder.shell('command -v script')).code !== 0) return skip('`script` of util-linux is missing');
  const env = { TERM: 'xterm-256color' };
  const { code, stdout } = await folder.run(['export'], { tty: true, env });
  expect(code).toBe(0);
  expect(stdout).toMatch(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/);
  expect(stdout).toMatch(/(survey|write) {2}\d+ % · [\d,]+ lines/);
  expect(stdout).toContain(`${ESCAPE}[32m`);
  expect(stdout.lastIndexOf(SHOW)).toBeGreaterThan(stdout.lastIndexOf(HIDE));
  expect(stdout).not.toContain('conversations_2026-10-30.jsonl  ');
  const plain = await folder.run(['export'], { tty: true, env: { ...env, NO_COLOR: '1' } });
  expect(plain.stdout).not.toMatch(new RegExp(`${ESCAPE}\\[\\d+m`));
  expect(plain.stdout).toContain('examples as chatml');
});

test('in cron: no colour, no spinner, one line a file, and --quiet not even that', async () => {
  const days = ['2026-01-01', '2026-01-02', '2026-01-03'];
  const folder = new Workdir();
  for (const [place, day] of days.entries())
    folder.write({ [`data/training_logs/conversations_${day}.jsonl`]: exchanges(3 * place, 3 * place + 2) });
  const { code, stdout, stderr } = await folder.run(['export']);
  expect(code).toBe(0);
  expect(stdout + stderr).not.toContain(ESCAPE);
  expect(stderr).not.toContain('\r');
  const lines = stderr.split('\n').filter((line) => line.startsWith('survey'));
  expect(lines).toEqual(days.map((day) => `survey  conversations_${day}.jsonl  2 lines`));
  expect(await folder.run(['export', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('--json prints one object and nothing else for every command', async () => {
  const folder = new Workdir().write({ 'data/training_logs/conversations_2026-01-01.jsonl': exchanges(0, 5) });
  for (const command of ['export', 'stats', 'progress', 'check', 'explain ex-1', 'stages', 'init']) {
    const { code, stdout } = await folder.run([...command.split(' '), '--json']);
    expect(code, command).toBe(0);
    expect(stdout.split('\n').length, command).toBe(2);
    expect(JSON.parse(stdout), command).toBeTypeOf('object');
  }
  const forced = await folder.run(['export', '--json', '--quiet'], { env: { FORCE_COLOR: '1' } });
  expect(exportReport.parse(JSON.parse(forced.stdout)).kept).toBe(5);
  expect(forced.stderr).toBe('');
});
