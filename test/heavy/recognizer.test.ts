import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchange, exchanges } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

let service: ChildProcess;
let origin = '';

beforeAll(async () => {
  service = spawn(process.execPath, [fileURLToPath(new URL('../commands/fakePresidio.mjs', import.meta.url))]);
  const [port] = service.stdout === null ? [] : await once(service.stdout, 'data');
  origin = `http://127.0.0.1:${String(port).trim()}`;
});
afterAll(() => service.kill());

/** Emoji before the name: Presidio counts code points. */
const NAMED = exchange(1, { user_message: '👍👍 Quentin here: which river runs through the valley?' });

function project(path: string, more = ''): Workdir {
  return new Workdir().write({
    'config/fine_tuning_config.yaml': `privacy:\n  recognizer: { url: '${origin}${path}'${more} }\n`,
    'data/training_logs/conversations_2026-01-01.jsonl': [NAMED, ...exchanges(10, 30)],
  });
}

test.each(['0', '2'])('what the service finds is scrubbed, with %s workers', async (workers) => {
  const folder = project('/analyze');
  const run = await folder.run(['export', '--workers', workers]);
  expect(run.code).toBe(0);
  const rows = ['train', 'val', 'test'].map((split) => folder.read(`data/curated/chatml/${split}.jsonl`)).join('');
  expect(rows).toContain('👍👍 [PERSON_NAME] here');
  expect(rows).not.toContain('Quentin');
});

test('a scan tells what the service alone knows, too', async () => {
  const run = await project('/analyze').run(['scan', '--json', '--fail-on', 'any']);
  expect(run.code).toBe(1);
  expect(run.stdout).toContain('"PERSON_NAME"');
  const named = project('/analyze', ', entities: [PERSON_NAME]');
  expect((await named.run(['scan', '--fail-on', 'PERSON_NAME'])).code).toBe(1);
});

test.each([
  ['/slow', 'did not answer within 300 ms', ', timeout_ms: 300'],
  ['/error', 'HTTP status 500', ''],
  ['/rubbish', 'no list of', ''],
  ['/outside', 'outside the text', ''],
])('a service that goes wrong (%s) ends the run, and nothing is written', async (path, words, more) => {
  const folder = project(path, more);
  for (const command of ['export', 'stats']) {
    const run = await folder.run([command]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('privacy.recognizer');
    expect(run.stderr).toContain(words);
    expect(run.stderr).not.toContain('Quentin');
  }
  expect(folder.list('data/curated').filter((name) => !name.startsWith('.'))).toEqual([]);
});

test('a service that is not there ends the run with a sentence', async () => {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const address = free.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  free.close();
  const folder = project('/analyze').write({
    'config/fine_tuning_config.yaml': `privacy:\n  recognizer: { url: 'http://127.0.0.1:${port}/analyze' }\n`,
  });
  const run = await folder.run(['export']);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('cannot be reached (ECONNREFUSED)');
});
