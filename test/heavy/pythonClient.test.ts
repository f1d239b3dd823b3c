import { spawn, spawnSync } from 'node:child_process';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { type Serving, serve } from '../commands/serving.ts';
import { Workdir } from '../commands/workdir.ts';

/** `examples/python/curate_client.py` in a real Python process. It wants no packages, so it runs wherever there is a Python. */

const python = process.env.CURATE_PYTHON ?? 'python3';
const isThere = spawnSync(python, ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;
if (!isThere) process.stderr.write(`passed over: ${python} is not there, or older than 3.9\n`);

const EXAMPLES = fileURLToPath(new URL('../../examples/python', import.meta.url));
const TOKEN = 'made-up-token-of-a-chatbot-0123456789';
/** Stands in every text, and so must not stand in what Python's logger was told. */
const TEXT = 'marzipan';

const statsSchema = z.object({ records: z.number(), feedback: z.record(z.string(), z.unknown()) });
const toldSchema = z.record(z.string(), z.unknown());

const PRELUDE = `
import json, logging, sys, time
from curate_client import Curate
logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
url, token = sys.argv[1:3]
def tell(**what): print(json.dumps(what), flush=True)
`;

/** Runs Python code behind `PRELUDE`. @returns the last line that it printed, as JSON, and what its logger was told */
async function run(code: string, url: string, token = TOKEN) {
  const { PATH = '', HOME = '' } = process.env;
  // What the environment names is no business of the client.
  const env = { PATH, HOME, PYTHONPATH: EXAMPLES, PYTHONDONTWRITEBYTECODE: '1', http_proxy: 'http://127.0.0.1:9' };
  const child = spawn(python, ['-c', PRELUDE + code, url, token], { env });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    stdout += more;
  });
  child.stderr.setEncoding('utf8').on('data', (more: string) => {
    stderr += more;
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  expect(status, stderr).toBe(0);
  return { told: toldSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')), logged: stderr };
}

async function service(folder = new Workdir(), port = '0'): Promise<Serving & { readonly folder: Workdir }> {
  folder.write({ 'config.yaml': 'serve: { tokens_file: tokens, log: none }\n', tokens: `write ${TOKEN}\n` });
  const serving = await serve(folder, ['--config', 'config.yaml', '--port', port]);
  onTestFinished(async () => void (await serving.stop()));
  return { ...serving, folder };
}

async function statsOf(folder: Workdir) {
  return statsSchema.parse(JSON.parse((await folder.run(['stats', '--json', '--quiet'])).stdout));
}

/** Something that takes connections and says nothing. */
async function silence(): Promise<string> {
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return addressOf(server);
}

function addressOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

describe.runIf(isThere)('the client for Python', () => {
  test('hands over exchanges, whole conversations and feedback, also when the program ends at once', async () => {
    const { url, folder } = await service();
    const { told, logged } = await run(
      `
curate = Curate(url, token)
first = curate.log("Where is my ${TEXT}?", "In the \\ud83d box.", session_id="s-1", user_id="u-1", model="parrot-1")
curate.feedback(first, stars=2, user_id="u-1")
curate.feedback(first, stars=4, comment="More ${TEXT}.", user_id="u-1")
whole = curate.log(messages=[{"role": "user", "content": "Hello there."}, {"role": "assistant", "content": "Good morning to you."}], conversation_id="own-1")
curate.feedback(whole, thumbs="up", message_index=1)
tell(first=first, whole=whole)
`,
      url,
    );
    expect(told.whole).toBe('own-1');
    expect(logged).toBe('');
    const { records, feedback } = await statsOf(folder);
    expect(records).toBe(2);
    expect(feedback).toMatchObject({ entries: 3, joined: 3, orphans: 0, rated: 2, comments: 1, mean_stars: 4.5 });
  });

  test('neither waits nor raises where nobody answers, and says so without text', async () => {
    for (const url of [await silence(), 'http://127.0.0.1:9']) {
      const { told, logged } = await run(
        `
curate = Curate(url, token, timeout=0.5)
started = time.monotonic()
ids = [curate.log("${TEXT} %d" % n, "${TEXT}") for n in range(20)]
waited = time.monotonic() - started
curate.close(timeout=2)
tell(waited=waited, ids=len(set(ids)), sent=curate.sent, failed=curate.failed)
`,
        url,
      );
      expect(told).toMatchObject({ ids: 20, sent: 0 });
      expect(told.waited).toBeLessThan(0.2);
      expect(told.failed).toBeGreaterThanOrEqual(20);
      expect(logged).toMatch(/^curate: lines for curate are lost: /);
      expect(logged).not.toContain(TEXT);
    }
  });

  test('hands over what waited when the service comes back', async () => {
    const first = await service();
    const { port } = new URL(first.url);
    await first.stop();
    const later = setTimeout(() => void service(first.folder, port), 800);
    onTestFinished(() => clearTimeout(later));
    const { told } = await run(
      `
curate = Curate(url, token)
for n in range(30): curate.log("A question about number %d of them" % n, "An answer to it, which is %d" % (n * 7))
deadline = time.monotonic() + 20
while curate.sent < 30 and time.monotonic() < deadline: time.sleep(0.05)
tell(sent=curate.sent, failed=curate.failed)
`,
      first.url,
    );
    expect(told).toEqual({ sent: 30, failed: 0 });
    expect((await statsOf(first.folder)).records).toBe(30);
  });

  test.each([
    [
      'a token that nobody knows',
      'curate = Curate(url, "made-up-by-a-stranger-0123456789")',
      'the service answered 401',
    ],
    ['a queue that is full', `curate = Curate("${'http://127.0.0.1:9'}", token, max_waiting=1)`, 'others are waiting'],
    ['no background', 'curate = Curate("http://127.0.0.1:9", token, background=False)', 'cannot be reached'],
  ])('%s is told', async (_name, opened, reason) => {
    const { url } = await service();
    const { told, logged } = await run(
      `
${opened}
for n in range(5): curate.log("${TEXT}", "${TEXT}")
curate.close(timeout=3)
tell(sent=curate.sent, failed=curate.failed)
`,
      url,
    );
    expect(told).toEqual({ sent: 0, failed: 5 });
    expect(logged).toContain(reason);
    expect(logged).not.toContain(TEXT);
  });

  test('what the service does not take is told by its place; what is no JSON, too; the rest goes on', async () => {
    const { url, folder } = await service();
    const { told, logged } = await run(
      `
curate = Curate(url, token)
curate.feedback("c-1", stars=17, comment="${TEXT}")
curate.log("${TEXT}", "${TEXT}", metadata={"at": object()})
curate.log("${TEXT}", "${TEXT}", metadata={"at": float("nan")})
curate.log("A question about something else", "An answer to that question")
curate.close()
tell(sent=curate.sent, failed=curate.failed)
`,
      url,
    );
    expect(told).toEqual({ sent: 1, failed: 3 });
    expect(logged).toMatch(/the service answered 400: .*\(stars: /);
    expect(logged).not.toContain(TEXT);
    expect((await statsOf(folder)).records).toBe(1);
  });

  test('a token is not carried to where the service points to', async () => {
    const asked: string[] = [];
    const server = createHttpServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { told, logged } = await run(
      `
curate = Curate(url, token)
curate.log("${TEXT}", "${TEXT}")
curate.close()
tell(failed=curate.failed)
`,
      addressOf(server),
    );
    expect(told).toEqual({ failed: 1 });
    expect(logged).toContain('the service answered 302');
    expect(asked).toEqual(['/v1/conversations']);
  });

  test('a forked process sends its own', async () => {
    const { url, folder } = await service();
    await run(
      `
import os
curate = Curate(url, token)
curate.log("A question of the parent process", "An answer of the parent process")
child = os.fork()
curate.log("Another one, this time of process %d" % (child == 0), "And what it says to that, %d" % (child == 0))
curate.close()
if child == 0: os._exit(0)
os.waitpid(child, 0)
tell(done=True)
`,
      url,
    );
    expect((await statsOf(folder)).records).toBe(3);
  });
});
