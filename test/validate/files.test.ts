import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { TARGETS } from '../../src/targets/index.ts';
import { TRAINERS } from '../../src/validate/trainers.ts';
import { chat, chats, rated, sharegpt } from './clean.ts';
import { lines, placesOf, validated } from './validated.ts';

describe('a file as bytes', () => {
  test('bytes that are no UTF-8, with their line', async () => {
    const [before, after] = [Buffer.from(lines(chats(3))), Buffer.from(lines(chats(2, 5)))];
    const broken = Buffer.concat([before, Buffer.from('{"messages":"caf\xe9"}\n', 'latin1'), after]);
    expect(placesOf(await validated({ 'a.jsonl': broken }))).toEqual(['error not_utf8 a.jsonl:4']);
  });

  test('a file of nothing else says why it cannot be read, not that its format is unknown', async () => {
    const latin = Buffer.from('{"messages":"caf\xe9"}\n', 'latin1');
    expect(placesOf(await validated({ 'a.jsonl': latin }))).toEqual(['error not_utf8 a.jsonl:1']);
    expect(placesOf(await validated({ 'a.jsonl': Buffer.from(lines(chats(3)), 'utf16le') }))).toEqual([
      'error not_json a.jsonl:1',
    ]);
    expect(placesOf(await validated({ 'a.jsonl': 'hello\nthere\n' }))).toEqual(['error not_json a.jsonl:1']);
  });

  test('a file of which no row is short enough is not said to be taken', async () => {
    const long = Buffer.alloc(17 * 1024 * 1024, 'x');
    expect(placesOf(await validated({ 'a.jsonl': long }))).toEqual([
      'error unknown_format a.jsonl:1',
      'warning line_too_long a.jsonl:1',
    ]);
  });

  test('the format is told by a first row of megabytes, too', async () => {
    const long = { messages: [chat(1).messages[0], { role: 'assistant', content: 'word '.repeat(600_000) }] };
    expect(await validated({ 'a.jsonl': [long] })).toMatchObject({ format: 'chatml', rows: 1, ok: true });
  });

  test('lines that are no JSON, or no object', async () => {
    const text = `${lines(chats(2))}{"messages": [}\n[1]\n"a"\nnull\n`;
    expect(placesOf(await validated({ 'a.jsonl': text }))).toEqual([
      'error not_an_object a.jsonl:4',
      'error not_an_object a.jsonl:5',
      'error not_an_object a.jsonl:6',
      'error not_json a.jsonl:3',
    ]);
  });

  test('CR LF and a last line without an end are worth a note', async () => {
    const crlf = lines(chats(2)).replaceAll('\n', '\r\n');
    expect(placesOf(await validated({ 'a.jsonl': crlf }))).toEqual(['note crlf a.jsonl:1', 'note crlf a.jsonl:2']);
    expect(placesOf(await validated({ 'a.jsonl': lines(chats(2)).trimEnd() }))).toEqual([
      'note no_final_newline a.jsonl:2',
    ]);
  });

  test('a text that the end of its line cuts', async () => {
    const text = lines(chats(2)).replace('Take line 1b', 'Take\nline 1b');
    expect(placesOf(await validated({ 'a.jsonl': text }))).toEqual([
      'error control_character a.jsonl:2',
      'error control_character a.jsonl:3',
    ]);
  });

  test('gzip is read, but not by everyone', async () => {
    const files = { 'train.jsonl.gz': lines(chats(12)) };
    expect(placesOf(await validated(files))).toEqual([]);
    expect(placesOf(await validated(files, { target: 'openai' }))).toEqual(['error gzip_refused train.jsonl.gz:0']);
  });

  test('gzip that is none, or is cut', async () => {
    const whole = gzipSync(lines(chats(400)));
    expect(placesOf(await validated({ 'a.jsonl.gz': Buffer.from('plain') }))).toEqual([
      'error broken_gzip a.jsonl.gz:0',
    ]);
    const told = placesOf(await validated({ 'a.jsonl.gz': whole.subarray(0, whole.length - 200) }));
    expect(told.filter((line) => line.includes('broken_gzip'))).toHaveLength(1);
  });

  test('an array has the lines on which its elements begin', async () => {
    const rows: object[] = chats(5);
    rows[3] = { messages: [] };
    const report = await validated({ 'a.json': JSON.stringify(rows, null, 2) });
    expect(placesOf(report)).toEqual(['error empty_messages a.json:62 messages']);
  });

  test('an array that does not close', async () => {
    const text = JSON.stringify(chats(3)).slice(0, -1);
    expect(placesOf(await validated({ 'a.json': text }))).toEqual(['error broken_array a.json:1']);
  });
});

describe('tokens', () => {
  test('are those of a tokenizer, or estimated', async () => {
    const files = { 'a.jsonl': [{ instruction: 'Count to three, please.', output: 'one two three' }] };
    // Five around each message and one around all; 6 and 3 by o200k_base, 23 and 13 characters.
    expect((await validated(files, { tokenizer: 'o200k_base' })).tokens).toMatchObject({
      tokenizer: 'o200k_base',
      total: 11 + 6 + 3,
    });
    expect((await validated(files)).tokens).toMatchObject({ tokenizer: null, total: 11 + 6 + 4, max: 21 });
  });

  test('of a pair are those of its longer answer', async () => {
    const answer = (words: number): object[] => [{ role: 'assistant', content: 'word'.repeat(words) }];
    const row = { prompt: [{ role: 'user', content: 'four' }], chosen: answer(10), rejected: answer(3) };
    expect((await validated({ 'a.jsonl': [row] })).tokens).toMatchObject({ total: 1 + 6 + 15 });
  });
});

test('what each trainer does with rows is known', () => {
  expect(Object.keys(TRAINERS).sort()).toEqual(TARGETS.map(({ name }) => name).sort());
});

describe('names and limits of trainers', () => {
  test('mlx passes over val.jsonl', async () => {
    const told = placesOf(await validated({ 'train.jsonl': chats(8), 'val.jsonl': chats(4, 20) }, { target: 'mlx' }));
    expect(told).toEqual(['error file_name val.jsonl:0']);
    const right = { 'train.jsonl': chats(8), 'valid.jsonl': chats(4, 20) };
    expect(placesOf(await validated(right, { target: 'mlx' }))).toEqual([]);
  });

  test('too many rows', async () => {
    const rows = Array.from({ length: 32 }, (_, number) => chat(number));
    const told = await validated({ 'train.jsonl': rows.slice(0, 31) }, { target: 'bedrock-claude' });
    expect(placesOf(told)).toEqual(['error too_few_rows train.jsonl:0']);
    expect(placesOf(await validated({ 'train.jsonl': rows }, { target: 'bedrock-claude' }))).toEqual([]);
  });

  test('a format that the trainer does not read', async () => {
    const told = placesOf(await validated({ 'train.jsonl': [sharegpt(1)] }, { target: 'together' }));
    expect(told).toEqual(['error format_refused train.jsonl:0']);
  });

  test('a container that the service does not read', async () => {
    const files = { 'train.json': JSON.stringify(chats(12)) };
    expect(placesOf(await validated(files, { target: 'openai' }))).toEqual(['error container_refused train.json:0']);
  });

  test('other keys, for those who refuse them', async () => {
    const files = { 'train.jsonl': chats(2).map((row, id) => ({ ...row, id })) };
    expect(placesOf(await validated(files, { target: 'together' }))).toEqual([
      'error unknown_key train.jsonl:1 id',
      'error unknown_key train.jsonl:2 id',
    ]);
    expect(placesOf(await validated(files))).toEqual([]);
  });

  test('a reason of the target itself', async () => {
    const row = {
      messages: [
        { role: 'user', content: 'Who was Emma Woodhouse?' },
        { role: 'assistant', content: '' },
      ],
    };
    const { problems } = await validated({ 'train.jsonl': [row] }, { target: 'nemo' });
    expect(problems.map(({ problem, detail }) => `${problem} ${detail}`)).toContain('refused_by_target empty_text');
  });
});

describe('dataset_info.json', () => {
  const info = (entry: object): string => JSON.stringify({ mine: { file_name: 'mine.json', ...entry } });

  test('says where things are', async () => {
    const rows = chats(3).map(({ messages }) => ({
      talk: messages.map(({ role, content }) => ({ who: role === 'user' ? 'U' : 'A', said: content })),
    }));
    const columns = { messages: 'talk' };
    const tags = { role_tag: 'who', content_tag: 'said', user_tag: 'U', assistant_tag: 'A' };
    const files = {
      'dataset_info.json': info({ formatting: 'sharegpt', columns, tags }),
      'mine.json': JSON.stringify(rows),
    };
    expect(placesOf(await validated(files, { target: 'llama-factory' }))).toEqual([]);
    const untagged = { ...files, 'dataset_info.json': info({ formatting: 'sharegpt', columns }) };
    const told = placesOf(await validated(untagged, { target: 'llama-factory' }));
    expect(told[0]).toBe('error missing_key mine.json:1 talk[0].from');
  });

  test('names a column that is not there', async () => {
    const columns = { messages: 'messages', tools: 'tools' };
    const tags = { role_tag: 'role', content_tag: 'content', user_tag: 'user', assistant_tag: 'assistant' };
    const files = {
      'dataset_info.json': info({ formatting: 'sharegpt', columns, tags }),
      'mine.json': JSON.stringify(chats(3)),
    };
    expect(placesOf(await validated(files, { target: 'llama-factory' }))).toEqual([
      'error missing_column mine.json:1 tools',
    ]);
  });

  test('labels that are numbers', async () => {
    const rows = Array.from({ length: 4 }, (_, number) => {
      const { messages } = chat(number);
      return { messages, good: number % 2 };
    });
    const columns = { messages: 'messages', kto_tag: 'good' };
    const tags = { role_tag: 'role', content_tag: 'content', user_tag: 'user', assistant_tag: 'assistant' };
    const files = {
      'dataset_info.json': info({ formatting: 'sharegpt', columns, tags }),
      'mine.json': rows.map((row) => JSON.stringify(row)).join('\n'),
    };
    const told = placesOf(await validated(files, { target: 'llama-factory' }));
    expect(told.filter((line) => line.startsWith('error label_not_boolean mine.json'))).toHaveLength(4);
  });
});

describe('what a data set is', () => {
  test.each([
    ['chatml', chat],
    ['sharegpt', sharegpt],
    ['kto', rated],
  ])('%s by its rows, though one of them is broken', async (format, make) => {
    const rows = [{ what: 1 }, ...Array.from({ length: 4 }, (_, number) => make(number))];
    const report = await validated({ 'a.jsonl': rows });
    expect(report).toMatchObject({ format, guessed: true, rows: 5 });
    expect(placesOf(report)[0]).toMatch(/^error missing_key a.jsonl:1 /);
  });

  test('nobody knows', async () => {
    const report = await validated({ 'a.jsonl': [{ what: 1 }] });
    expect(placesOf(report)).toEqual(['error unknown_format a.jsonl:1']);
    expect(report).toMatchObject({ format: null, rows: 0, ok: false });
  });

  test('one file of a folder', async () => {
    const report = await validated(
      { 'train.jsonl': chats(2), 'test.jsonl': [{ messages: [] }] },
      { file: 'train.jsonl' },
    );
    expect(report.files).toHaveLength(1);
    expect(report.ok).toBe(true);
  });
});
