import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/load.ts';
import { clearKilledImports, lockImports } from '../../src/engine/importAside.ts';
import { type ImportRequest, runImport } from '../../src/importers/run/runImport.ts';
import { FIXTURES } from './reading.ts';

const root = mkdtempSync(join(tmpdir(), 'curate-import-'));
let folders = 0;
let data = '';

beforeEach(() => {
  data = join(root, `data${folders++}`);
  mkdirSync(join(data, 'training_logs'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function source(name: string, content: string | Buffer): string {
  writeFileSync(join(data, name), content);
  return join(data, name);
}

const importing = (from: string | readonly string[], more: Partial<ImportRequest> & { yaml?: string } = {}) =>
  runImport({
    from: [from].flat(),
    data,
    config: readConfig(more.yaml ?? '', 'test.yaml'),
    dry_run: false,
    input: Readable.from([]),
    ...more,
  });

const logs = (): string[] => readdirSync(join(data, 'training_logs')).sort();
const read = (name: string): string => readFileSync(join(data, 'training_logs', name), 'utf8');
const all = (): Record<string, string> => Object.fromEntries(logs().map((name) => [name, read(name)]));

const CHATS = [join(FIXTURES, 'chatgpt/conversations.json'), join(FIXTURES, 'chatgpt/message_feedback.json')];

/** A line of ShareGPT's shape with a time. */
function chat(id: string, day: number, answer = 'An answer.', more: object = {}): object {
  const timestamp = new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString();
  const conversations = [
    { from: 'human', value: `Question ${id}?` },
    { from: 'gpt', value: answer },
  ];
  return { id, timestamp, conversations, ...more };
}
const lines = (entries: readonly object[]): string => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

describe('files', () => {
  test('are by the day of the line, named by importer and source, and end with a line feed', async () => {
    const report = await importing(CHATS);
    expect(report).toMatchObject({ importer: 'chatgpt', entries: 6, used: 5, conversations: 3, feedback: 3 });
    expect(report).toMatchObject({ first_day: '2025-09-01', last_day: '2025-10-02', known: 0 });
    const [mark] = /[0-9a-f]{8}(?=\.jsonl)/.exec(logs()[0] ?? '') ?? [];
    expect(logs()).toEqual([
      `conversations_2025-10-01_chatgpt-${mark}.jsonl`,
      `conversations_2025-10-02_chatgpt-${mark}.jsonl`,
      `feedback_2025-09-01_chatgpt-${mark}.jsonl`,
      `feedback_2025-10-01_chatgpt-${mark}.jsonl`,
    ]);
    for (const text of Object.values(all())) expect(text.endsWith('\n')).toBe(true);
  });

  test('are the same when it is imported again, in whatever order its files are named', async () => {
    await importing(CHATS);
    const before = all();
    const again = await importing(CHATS.toReversed());
    expect(again.files.map(({ file, unchanged }) => unchanged && file)).toEqual(logs());
    expect(all()).toEqual(before);
  });

  test('have no day where lines have no time', async () => {
    const report = await importing(join(FIXTURES, 'sharegpt/sharegpt.json'));
    expect(logs()[0]).toMatch(/^conversations_undated_sharegpt-[0-9a-f]{8}\.jsonl$/);
    expect(report.first_day).toBeNull();
    expect(read(logs()[0] ?? '')).not.toContain('timestamp');
  });

  test('of many more days than files may be open have each line once', async () => {
    const entries = Array.from({ length: 200 }, (_, at) => chat(`${at}`, (at * 7) % 71));
    await importing(source('many.jsonl', lines(entries)));
    const ids = Object.values(all()).flatMap((text) => text.match(/(?<="sharegpt-)\d+/g) ?? []);
    expect(ids.toSorted()).toEqual(entries.map((_, at) => `${at}`).toSorted());
    expect(logs().length).toBe(71);
  });

  test('stand where they stood when one of them cannot be put in place', async () => {
    const two = source('two.jsonl', lines([chat('2', 1), chat('3', 2)]));
    const { files } = await importing(two, { dry_run: true });
    mkdirSync(join(data, 'training_logs', files[1]?.file ?? ''));
    await expect(importing(two)).rejects.toThrow('EISDIR');
    expect(logs()).toEqual([files[1]?.file]);
  });

  test('are whole after a killed import, whatever that left', async () => {
    const aside = join(data, 'training_logs/.curate-import');
    mkdirSync(aside);
    writeFileSync(join(aside, 'conversations_2025-01-02_sharegpt-00000000.jsonl'), '{"conv');
    writeFileSync(join(data, 'training_logs/.curate-import-input.99999999'), 'what it was given');
    await importing(source('one.jsonl', lines([chat('1', 1)])));
    expect(logs()).toEqual([expect.stringMatching(/^conversations_2025-01-02_sharegpt-(?!00000000)/)]);
  });

  test('are made by one import at a time', async () => {
    const lock = lockImports(join(data, 'training_logs'));
    await expect(importing(CHATS)).rejects.toThrow('Another curate');
    lock.release();
    await importing(CHATS);
    expect(existsSync(join(data, 'training_logs/.curate-import.lock'))).toBe(false);
  });

  test('are only told by a dry run', async () => {
    const told = await importing(CHATS, { dry_run: true });
    expect(logs()).toEqual([]);
    const done = await importing(CHATS);
    expect({ ...told, seconds: 0, dry_run: false }).toEqual({ ...done, seconds: 0 });
    const again = await importing(CHATS, { dry_run: true });
    expect(again.files.every(({ unchanged }) => unchanged)).toBe(true);
  });
});

describe('a newer export', () => {
  const older = [chat('1', 1), chat('2', 2)];
  const newer = [chat('1', 1), chat('2', 2, 'Another answer.'), chat('3', 2)];

  test('adds what is new in it, and what has changed', async () => {
    await importing(source('older.jsonl', lines(older)));
    const report = await importing(source('newer.jsonl', lines(newer)));
    expect(report).toMatchObject({ conversations: 3, known: 1 });
    expect(report.files.map(({ lines: count }) => count)).toEqual([2]);
    const before = all();
    for (const name of ['older.jsonl', 'newer.jsonl']) await importing(join(data, name));
    expect(all()).toEqual(before);
  });

  test('makes no files when all of it is there', async () => {
    await importing(source('newer.jsonl', lines(newer)));
    const packed = source('newer.jsonl.gz', gzipSync(lines(newer)));
    expect(await importing(packed)).toMatchObject({ conversations: 3, known: 3, files: [] });
  });
});

test('an import whose files were compressed since makes none again', async () => {
  await importing(CHATS);
  for (const name of logs()) {
    writeFileSync(join(data, 'training_logs', `${name}.gz`), gzipSync(read(name)));
    rmSync(join(data, 'training_logs', name));
  }
  expect(await importing(CHATS)).toMatchObject({ conversations: 3, feedback: 3, known: 6, files: [] });
});

test('what killed imports left goes with a forget, but not under the hands of one that is at work', () => {
  const folder = join(data, 'training_logs');
  mkdirSync(join(folder, '.curate-import'));
  const lock = lockImports(folder);
  expect(() => clearKilledImports(folder)).toThrow('Another curate');
  lock.release();
  clearKilledImports(folder);
  expect(logs()).toEqual([]);
});

describe('feedback of Open WebUI', () => {
  const folder = join(FIXTURES, 'open-webui');

  test('brings the chat that it has a snapshot of, where that is not there', async () => {
    await importing(join(folder, 'feedback-history-export.json'));
    const alone = all();
    const chats = await importing([join(folder, 'chat-export.json'), join(folder, 'feedback-history-export.json')]);
    expect(chats).toMatchObject({ conversations: 2, feedback: 3, known: 5, files: [] });
    expect(all()).toEqual(alone);
  });
});

describe('a source', () => {
  test('may be an array, lines, gzip or standard input', async () => {
    const entries = [chat('1', 1), chat('2', 1)];
    const shapes = [
      source('a.json', `\uFEFF ${JSON.stringify(entries, null, 1)}\n`),
      source('a.jsonl', lines(entries).replaceAll('\n', '\r\n\n')),
      source('a.dat', gzipSync(JSON.stringify(entries))),
      '-',
    ];
    for (const shape of shapes) {
      const report = await importing(shape, { dry_run: true, input: Readable.from([lines(entries)]) });
      expect(report).toMatchObject({ importer: 'sharegpt', entries: 2, used: 2 });
      expect(report.sources[0]?.file).toBe(shape === '-' ? 'standard input' : shape.slice(data.length + 1));
    }
    expect(logs()).toEqual([]);
  });

  test.each([
    ['PK\u0003\u0004 and so on', 'it is a .zip'],
    ['', 'no importer recognises'],
    ['{"a": 1}\n', 'no importer recognises'],
    ['not JSON at all', 'no importer recognises'],
    [lines([chat('1', 1), { message_tree_id: 'x', prompt: {} }]), 'entries of oasst and sharegpt'],
  ])('that is %j is refused in a sentence', async (content, sentence) => {
    await expect(importing(source('odd.json', content))).rejects.toThrow(sentence);
    expect(logs()).toEqual([]);
  });

  test('may be named for what it is, and a name that is none is refused with those that are', async () => {
    await expect(importing(CHATS, { as: 'chatgbt' })).rejects.toThrow(/There are: chatgpt, helicone/);
    await expect(importing(CHATS, { as: 'oasst' })).rejects.toThrow('not one of 6 entries can be used');
    expect((await importing(CHATS, { as: 'chatgpt' })).used).toBe(5);
  });
});

describe('entries', () => {
  test('that cannot be used are told by place and reason, and the others go on', async () => {
    const secret = 'Do not tell: 4111 1111 1111 1111';
    const entries = [
      JSON.stringify(chat('1', 1)),
      `{"conversations": [{"from": "human", "value": "${secret}"`,
      JSON.stringify({ id: '3', conversations: [{ from: 'narrator', value: secret }] }),
      '"just a text"',
      JSON.stringify({ id: '5', conversations: [{ from: 'human', value: secret }] }),
      JSON.stringify(chat('6', 1, 'x'.repeat(2_000_000))),
      JSON.stringify(chat('7', 1)),
    ];
    const report = await importing(source('mixed.jsonl', entries.join('\n')));
    expect(report.refused).toEqual({
      total: 4,
      by_reason: { not_an_object: 1, not_json: 1, too_long: 1, unknown_role: 1 },
      places: [
        { file: 'mixed.jsonl', entry: 2, reason: 'not_json' },
        { file: 'mixed.jsonl', entry: 3, reason: 'unknown_role' },
        { file: 'mixed.jsonl', entry: 4, reason: 'not_an_object' },
        { file: 'mixed.jsonl', entry: 6, reason: 'too_long' },
      ],
    });
    expect(report).toMatchObject({ entries: 7, used: 2, passed_over: { by_reason: { one_sided: 1 } } });
    expect(JSON.stringify(report)).not.toContain('4111');
  });

  test('are measured in bytes, and an element that is null is none', async () => {
    const entries = [null, chat('1', 1), chat('2', 1, '€'.repeat(400_000))];
    const report = await importing(source('wide.json', JSON.stringify(entries)));
    expect(report).toMatchObject({ entries: 2, used: 1 });
    expect(report.refused.places).toEqual([{ file: 'wide.json', entry: 3, reason: 'too_long' }]);
  });

  test('that are passed over leave no feedback on what is not there', async () => {
    const answer = { messageId: 'm2', parentMessageId: 'm1', text: 'Yes.', feedback: { rating: 'thumbsUp' } };
    const messages = [{ messageId: 'm1', isCreatedByUser: true, text: '' }, answer];
    const report = await importing(source('silent.json', JSON.stringify({ conversationId: 'c', messages })));
    expect(report).toMatchObject({ entries: 1, passed_over: { by_reason: { one_sided: 1 } }, feedback: 0, files: [] });
  });

  test('are all accounted for', async () => {
    const kind = fc.constantFrom('good', 'silent', 'broken', 'role', 'gone');
    await fc.assert(
      fc.asyncProperty(fc.array(kind, { minLength: 1, maxLength: 12 }), async (kinds) => {
        const made = kinds.map((one, at) => {
          if (one === 'broken') return '{';
          if (one === 'silent') return JSON.stringify(chat(`${at}`, at, ' '));
          if (one === 'role') return JSON.stringify({ conversations: [{ from: 'nobody', value: 'x' }] });
          return JSON.stringify(chat(`${at}`, at));
        });
        const text = `${lines([chat('first', 0)])}${made.join('\n')}`;
        const report = await importing(source('law.jsonl', text), { dry_run: true });
        const { entries, used, passed_over, left_out, refused } = report;
        expect(entries).toBe(kinds.length + 1);
        expect(used + passed_over.total + left_out + refused.total).toBe(entries);
        expect(report.files.reduce((sum, { lines: count }) => sum + count, 0)).toBe(report.conversations);
      }),
      { numRuns: 10 },
    );
  });
});

describe('people', () => {
  const of = (user: string, at: number): object => ({
    ...{ messageId: `m${at}`, parentMessageId: at === 1 ? '' : 'm1', isCreatedByUser: at === 1, user },
    text: at === 1 ? 'Write to ada@example.com.' : 'Done, I wrote to ada@example.com.',
    createdAt: '2025-10-01T10:00:00Z',
    ...(at === 2 && { feedback: { rating: 'thumbsUp', text: 'ada@example.com says thanks' } }),
  });
  const chats = ['ada', 'bob'].map((user) => ({ conversationId: `c-${user}`, messages: [of(user, 1), of(user, 2)] }));

  test('who opted out are left out, with what they said of answers', async () => {
    source('opted_out.txt', 'bob\n');
    const report = await importing(source('chats.json', JSON.stringify(chats)), {
      yaml: 'privacy: { opt_out: opted_out.txt }',
    });
    expect(report).toMatchObject({ entries: 2, used: 1, left_out: 1, conversations: 1, feedback: 1 });
    expect(Object.values(all()).join('')).not.toContain('c-bob');
  });

  test('who opted out are not heard on what others said, either', async () => {
    source('opted_out.txt', 'user-Example0001\n');
    const report = await importing(CHATS, { yaml: 'privacy: { opt_out: opted_out.txt }' });
    expect(report).toMatchObject({ conversations: 3, feedback: 0 });
    expect(logs().filter((name) => name.startsWith('feedback'))).toEqual([]);
  });

  test('stand in no line when the config scrubs at writing, and are pseudonyms', async () => {
    const yaml = 'collect: { scrub: at_write }';
    const report = await importing(source('chats.json', JSON.stringify(chats)), { yaml, id_key: 'a key' });
    expect(report).toMatchObject({ conversations: 2, feedback: 2 });
    const text = Object.values(all()).join('');
    expect(text).not.toContain('ada@example.com');
    expect(text).not.toContain('"ada"');
    expect(text.match(/"user_hash":"[0-9a-f]{16}"/g)?.length).toBe(4);
  });

  test('are as they were exported otherwise', async () => {
    await importing(source('chats.json', JSON.stringify(chats)));
    expect(Object.values(all()).join('')).toContain('"user_id":"ada"');
  });
});
