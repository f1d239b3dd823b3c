import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { serve } from '../commands/serving.ts';
import { Curate } from './curate.ts';
import { Layers } from './layers.ts';

/**
 * The last part of `npm run test:consumers`: the chatbots of `examples/python/` in real Python processes, against a real
 * `curate serve`; then `curate stats` has to know what was said. Exit code 1 when one does not work.
 */

const CLI = resolve('dist/cli.js');
const TOKEN = 'made-up-token-of-a-chatbot-0123456789';
// From build/test/consumers, where this runs, to the folder of the project.
const project = fileURLToPath(new URL('../../../', import.meta.url));
const examples = join(project, 'examples/python');

const statsSchema = z.object({
  records: z.number(),
  sessions: z.number(),
  feedback: z.object({
    ...{ entries: z.number(), orphans: z.number(), rated: z.number(), comments: z.number() },
    stars: z.record(z.string(), z.number()),
  }),
});

interface Python {
  readonly program: string;
  readonly env: Record<string, string>;
}

interface Chatbot {
  readonly name: string;
  /** Uses it, with what is needed to reach the service in the environment. */
  use(python: Python): Promise<void>;
  readonly expected: z.infer<typeof statsSchema>;
}

const CHATBOTS: readonly Chatbot[] = [
  {
    name: 'chatbot_fastapi.py behind uvicorn',
    use: useFastApi,
    expected: {
      ...{ records: 3, sessions: 1 },
      feedback: { entries: 3, orphans: 0, rated: 2, comments: 1, stars: { 1: 0, 2: 0, 3: 0, 4: 1, 5: 1 } },
    },
  },
  {
    name: 'chatbot_streamlit.py in AppTest',
    use: (python) =>
      run(python, [join(project, 'test/consumers/python/streamlit_visitor.py'), join(examples, 'chatbot_streamlit.py')])
        .ended,
    expected: {
      ...{ records: 2, sessions: 1 },
      feedback: { entries: 3, orphans: 0, rated: 2, comments: 0, stars: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 2 } },
    },
  },
];

const layers = Layers.open(join(project, 'test/consumers/requirements'));
if (typeof layers === 'string') process.stdout.write(`passed over: ${layers}, so no chatbot was run\n`);
else process.exitCode = (await checkAll(layers)) ? 0 : 1;

async function checkAll(layers: Layers): Promise<boolean> {
  if (!existsSync(CLI)) throw new Error(`${CLI} is not there: run \`npm run build\` first.`);
  const python = layers.over(['chatbots']);
  if (typeof python === 'string') throw new Error(python);
  let allWork = true;
  for (const chatbot of CHATBOTS) {
    const problem = await problemOf(chatbot, python).catch((error: unknown) => String(error));
    process.stdout.write(problem === undefined ? `✓ ${chatbot.name}\n` : `✗ ${chatbot.name}: ${problem}\n`);
    allWork &&= problem === undefined;
  }
  return allWork;
}

/** @returns what is not as it should be */
async function problemOf({ use, expected }: Chatbot, { program, env }: Python): Promise<string | undefined> {
  const path = mkdtempSync(join(tmpdir(), 'curate-chatbot-'));
  try {
    writeFileSync(join(path, 'config.yaml'), 'serve: { tokens_file: tokens, log: none }\n');
    writeFileSync(join(path, 'tokens'), `write ${TOKEN}\n`);
    const service = await serve({ path }, ['--config', 'config.yaml'], CLI);
    await use({ program, env: { ...env, CURATE_URL: service.url, CURATE_TOKEN: TOKEN } });
    await service.stop();
    const found = statsSchema.parse(new Curate(CLI).stats(join(path, 'data')));
    if (isDeepStrictEqual(found, expected)) return undefined;
    return `\`curate stats\` says ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`;
  } finally {
    rmSync(path, { recursive: true });
  }
}

/** Three questions of one session; feedback on two answers, on one of them twice. */
async function useFastApi(python: Python): Promise<void> {
  const server = run(python, ['-m', 'uvicorn', 'chatbot_fastapi:app', '--port', '0']);
  try {
    const url = await server.told(/http:\/\/127\.0\.0\.1:\d+/);
    const post = async (route: string, body: object): Promise<unknown> => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(url + route, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${route} answered ${answer.status}`);
      return answer.json();
    };
    const ask = async (message: string): Promise<string> => {
      const answer = await post('/chat', { message, session_id: 's-1' });
      return z.object({ answer: z.string(), conversation_id: z.uuid() }).parse(answer).conversation_id;
    };
    const [first, second] = [await ask('Where is the key to the shed?'), await ask('How do I mend a chair?')];
    await ask('When do the swallows come back?');
    await post('/feedback', { conversation_id: first, thumbs: 'up' });
    await post('/feedback', { conversation_id: second, stars: 4 });
    await post('/feedback', { conversation_id: second, stars: 4, comment: 'It holds.' });
  } finally {
    server.end();
  }
  await server.ended;
}

/** Runs Python among the examples. */
function run({ program, env }: Python, args: readonly string[]) {
  const { PATH = '', HOME = '' } = process.env;
  const path = [examples, env.PYTHONPATH].join(':');
  const child = spawn(program, args, { cwd: examples, env: { PATH, HOME, ...env, PYTHONPATH: path } });
  let said = '';
  const ended = new Promise<void>((settle, fail) =>
    child.once('close', (code, signal) =>
      code === 0 || signal === 'SIGTERM' ? settle() : fail(new Error(`exit code ${code}: ${said.slice(-2000)}`)),
    ),
  );
  const told = (pattern: RegExp): Promise<string> =>
    new Promise((found, fail) => {
      child.stderr.on('data', () => pattern.test(said) && found(pattern.exec(said)?.[0] ?? ''));
      ended.catch(fail);
    });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (more: string) => {
      said += more;
    });
  return { ended, told, end: () => child.kill('SIGTERM') };
}
