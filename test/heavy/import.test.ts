import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ImportReport, StatsReport } from '../../src/report/types.ts';
import { Workdir } from '../commands/workdir.ts';
import { FIXTURES } from '../importers/reading.ts';
import { corpus, testOnCorpora } from './corpora.ts';

const KILLER = fileURLToPath(new URL('../commands/killAt.mjs', import.meta.url));
const LOGS = 'data/training_logs';
const CHATS = ['chatgpt/conversations.json', 'chatgpt/message_feedback.json'].map((name) => join(FIXTURES, name));

async function imported(folder: Workdir, from: readonly string[], ...args: string[]): Promise<ImportReport> {
  const { stdout } = await folder.run(['import', '--from', ...from, '--json', ...args]);
  return JSON.parse(stdout);
}

test('an import that is killed at any of its changes leaves only whole files, and a second call finishes it', {
  timeout: 300_000,
}, async () => {
  const whole = new Workdir();
  await imported(whole, CHATS);
  const names = whole.list(LOGS);
  let killed = 0;
  for (let at = 1; ; at++) {
    const folder = new Workdir();
    const env = { NODE_OPTIONS: `--import=${KILLER}`, KILL_AT: String(at) };
    const { code } = await folder.run(['import', '--from', ...CHATS], { env });
    for (const name of folder.list(LOGS).filter((found) => !found.startsWith('.')))
      expect(folder.read(`${LOGS}/${name}`), `after change ${at}`).toBe(whole.read(`${LOGS}/${name}`));
    await imported(folder, CHATS);
    expect(folder.list(LOGS), `after change ${at}`).toEqual(names);
    for (const name of names) expect(folder.read(`${LOGS}/${name}`)).toBe(whole.read(`${LOGS}/${name}`));
    folder.remove();
    if (code === 0) break; // all its changes were fewer
    expect(code).toBe(137);
    killed++;
  }
  expect(killed).toBeGreaterThan(15);
});

interface Entries {
  readonly conversations: readonly { readonly from: string }[];
}

describe('real exports', () => {
  testOnCorpora('of ShareGPT come in with every turn, and curate reads them', async () => {
    for (const file of ['fastchat/data/dummy_conversation.json', 'llamafactory/glaive_toolcall_en_demo.json']) {
      const folder = new Workdir();
      const entries: Entries[] = JSON.parse(readFileSync(corpus(`chat/${file}`), 'utf8'));
      const report = await imported(folder, [corpus(`chat/${file}`)]);
      expect(report).toMatchObject({ importer: 'sharegpt', entries: entries.length, refused: { total: 0 } });
      const lines = linesOf(folder);
      expect(lines.length).toBe(report.used);
      const turns = entries.reduce((sum, { conversations }) => sum + conversations.length, 0);
      expect(lines.reduce((sum, { messages }) => sum + messages.length, 0)).toBe(turns);
      const stats: StatsReport = JSON.parse((await folder.run(['stats', '--json', '--quiet'])).stdout);
      expect(stats.records).toBe(report.conversations);
    }
  });

  testOnCorpora('of Open Assistant come in as their best-ranked paths', async () => {
    const folder = new Workdir();
    const file = corpus('chat/oasst_en100/en_100_tree.jsonl');
    const report = await imported(folder, [file]);
    expect(report).toMatchObject({ importer: 'oasst', entries: 100, used: 100, conversations: 100 });
    const trees = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line): Tree => JSON.parse(line));
    const lines = linesOf(folder);
    for (const [at, { prompt }] of trees.entries())
      expect(lines[at]?.messages.map(({ content }) => content)).toEqual(bestPath(prompt));
  });
});

interface Node {
  readonly text: string;
  readonly rank?: number;
  readonly replies: readonly Node[];
}

interface Tree {
  readonly prompt: Node;
}

function bestPath({ text, replies }: Node): string[] {
  const [best] = replies.toSorted((one, other) => (one.rank ?? 9) - (other.rank ?? 9));
  return best === undefined ? [text] : [text, ...bestPath(best)];
}

interface Line {
  readonly messages: readonly { readonly content: string }[];
}

function linesOf(folder: Workdir): Line[] {
  return folder
    .list(LOGS)
    .flatMap((name) => folder.read(`${LOGS}/${name}`).trim().split('\n'))
    .map((line) => JSON.parse(line));
}

test('an export of 300 MB, one array, is read in bounded memory', { timeout: 300_000 }, async () => {
  const folder = new Workdir();
  const count = 60_000;
  const chats = function* () {
    yield '[';
    for (let at = 0; at < count; at++) yield `${at === 0 ? '' : ','}${JSON.stringify(chat(at))}`;
    yield ']';
  };
  await pipeline(Readable.from(chats()), createWriteStream(join(folder.path, 'conversations.json')));
  const env = { NODE_OPTIONS: '--max-old-space-size=192' };
  const run = await folder.run(['import', '--from', 'conversations.json', '--json'], { env });
  expect(run.code).toBe(0);
  const report: ImportReport = JSON.parse(run.stdout);
  expect(report.sources[0]?.bytes).toBeGreaterThan(300e6);
  expect(report).toMatchObject({ entries: count, conversations: count });
  expect(report.files.length).toBe(730);
  process.stderr.write(`imported ${count} chats of 300 MB in ${report.seconds.toFixed(1)} s\n`);
});

/** Two exchanges of some 5 KB, with the frame that the export has around them. */
function chat(at: number): object {
  const node = (id: number, role: string, text: string) => ({
    id: `${at}-${id}`,
    parent: id === 0 ? null : `${at}-${id - 1}`,
    children: [],
    message: {
      id: `${at}-${id}`,
      author: { role, name: null, metadata: {} },
      content: { content_type: 'text', parts: [text] },
      metadata: {},
      recipient: 'all',
    },
  });
  const long = `Answer ${at}. ${'Water them in the morning, never at noon. '.repeat(50)}`;
  const said = [`Question ${at}?`, long, 'And then?', long].map((text, id) =>
    node(id, id % 2 === 0 ? 'user' : 'assistant', text),
  );
  const mapping = Object.fromEntries(said.map((one) => [one.id, one]));
  const create_time = 1_700_000_000 + (at % 730) * 86_400;
  return { conversation_id: `c-${at}`, title: 'x', create_time, mapping, current_node: `${at}-3` };
}
