import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, expect, test } from 'vitest';
import { readBenchmarkRows } from '../../../src/engine/benchmark/benchmarkRows.ts';

const folder = mkdtempSync(join(tmpdir(), 'curate-benchmark-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = [place: number, ...texts: string[]];

async function rowsIn(name: string, content: string | Uint8Array): Promise<Row[]> {
  const path = join(folder, `${createHash('md5').update(content).digest('hex').slice(0, 6)}-${name}`);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(content) : content);
  const rows: Row[] = [];
  await readBenchmarkRows({ name, path }, 5, (texts, place) => rows.push([place, ...texts]));
  return rows;
}

const lines = (...rows: object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const chat = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'What is it?' },
  { role: 'tool', content: '{"it": "is"}' },
  { role: 'assistant', content: 'It is.' },
];

test.each<[what: string, name: string, content: string, rows: Row[]]>([
  ['our own export', 'test.jsonl', lines({ messages: chat }), [[1, 'What is it?', 'It is.']]],
  [
    'alpaca',
    'alpaca.json',
    JSON.stringify([{ instruction: 'Say it.', input: '', output: 'It.' }], null, 1),
    [[2, 'Say it.', 'It.']],
  ],
  [
    'pairs',
    'pairs.jsonl',
    lines({ prompt: [chat[1]], chosen: [chat[3]], rejected: [{ role: 'assistant', content: 'No.' }] }),
    [[1, 'What is it?', 'It is.', 'No.']],
  ],
  [
    'a log',
    'log.jsonl',
    lines({ example_id: 'x1', user_message: 'Q q', assistant_message: 'A a' }),
    [[1, 'Q q', 'A a']],
  ],
  [
    'questions with choices',
    'mmlu.jsonl.gz',
    lines({ question: 'Which one?', choices: ['This one', 'That one'], answer: 1 }, { question: 'And now?' }),
    [
      [1, 'Which one?', 'This one', 'That one'],
      [2, 'And now?'],
    ],
  ],
  [
    'a text with something beside it',
    'text.jsonl',
    lines({ text: 'A passage here', question: 'What of it?' }),
    [[1, 'A passage here', 'What of it?']],
  ],
  [
    'CSV, with lines that break in cells',
    'bench.csv',
    'question,answer\r\n"Is it,\nreally?",Yes it is\r\nWhy so?,Because of that\r\n',
    [
      [2, 'Is it,\nreally?', 'Yes it is'],
      [4, 'Why so?', 'Because of that'],
    ],
  ],
  [
    'plain text, whose n-grams run on to the empty line',
    'notes.txt',
    'one two three\nfour five\n\nsix seven\neight nine ten eleven\ntwelve\n',
    [
      [1, 'one two three', 'one two three\nfour five'],
      [2, 'four five'],
      [4, 'six seven', 'six seven\neight nine ten eleven'],
      [5, 'eight nine ten eleven', 'eight nine ten eleven\ntwelve'],
      [6, 'twelve'],
    ],
  ],
  ['a byte-order mark and blank lines', 'bom.jsonl', `\uFEFF${lines({ text: 'A b' })}\n\n`, [[1, 'A b']]],
])('%s', async (_what, name, content, rows) => {
  expect(await rowsIn(name, content)).toEqual(rows);
});

test('Parquet, by its rows', async () => {
  const columns = [
    { name: 'question', data: ['Who is it?', 'Where was it?'] },
    { name: 'answer', data: ['Nobody there', null] },
  ];
  const bytes = new Uint8Array(parquetWriteBuffer({ columnData: columns }));
  expect(await rowsIn('bench.parquet', bytes)).toEqual([
    [1, 'Who is it?', 'Nobody there'],
    [2, 'Where was it?'],
  ]);
});

test.each<[name: string, content: string | Uint8Array, sentence: RegExp]>([
  ['bad.jsonl', '{"text": "A b"}\n{"text": \n', /^bad\.jsonl, line 2: this is not JSON\. .*mend the file/],
  ['bad.jsonl', '[1]\n', /^bad\.jsonl, line 1: this is no JSON object\./],
  ['bad.csv', 'a,b\n1,2,3\n', /^bad\.csv, line 2: the row has other cells than the header\./],
  ['bad.txt', new Uint8Array([0x61, 0x0a, 0xff]), /^bad\.txt, line 2: this is not UTF-8/],
])('%s cannot be read, and nothing of it is told', async (name, content, sentence) => {
  await expect(rowsIn(name, content)).rejects.toThrow(sentence);
});

test('gzip that was cut is told', async () => {
  const path = join(folder, 'cut.jsonl.gz');
  writeFileSync(path, gzipSync(lines({ text: 'A b' })).subarray(0, 20));
  await expect(readBenchmarkRows({ name: 'cut.jsonl.gz', path }, 5, () => {})).rejects.toThrow('not whole gzip');
  const text = join(folder, 'cut.txt.gz');
  writeFileSync(text, gzipSync('one two three').subarray(0, 20));
  await expect(readBenchmarkRows({ name: 'cut.txt.gz', path: text }, 5, () => {})).rejects.toThrow('not whole gzip');
});
