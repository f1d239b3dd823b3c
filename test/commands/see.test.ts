import { expect, test } from 'vitest';
import { exchange, exchanges } from './logs.ts';
import { Workdir } from './workdir.ts';

/** What people look at their data with: the commands as they are typed; what they say is tested beside what makes it. */

const folder = new Workdir().write({
  'data/training_logs/conversations_2026-01-01.jsonl': [...exchanges(0, 9), exchange(9, { assistant_message: 'No.' })],
});

async function json(...args: string[]) {
  const { code, stdout, stderr } = await folder.run([...args, '--json', '--quiet']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

test('sample: those dropped for any reason, and a reason that there is not', async () => {
  expect(await json('sample', '--dropped')).toMatchObject({ of: 1, seed: 42, conversations: [{ id: 'ex-9' }] });
  const { code, stderr } = await folder.run(['sample', '--dropped', 'ratign', '--quiet']);
  expect(code).toBe(2);
  expect(stderr).toContain('did you mean `rating`?');
});

test('report: a page where it is asked for, and its numbers', async () => {
  const report = await json('report', '-o', 'page.html');
  expect(report).toMatchObject({ command: 'report', bytes: folder.bytes('page.html').length, stats: { records: 10 } });
  expect(folder.read('page.html')).toMatch(/^<!doctype html>[\s\S]*Chart\.js Contributors[\s\S]*<\/html>\n$/);
});
