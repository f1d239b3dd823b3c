import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readRows } from '../../../src/engine/containers/readRows.ts';

const folder = mkdtempSync(join(tmpdir(), 'curate-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a sink is told, in order: rows as they are, problems by their names. */
async function told(name: string, content: string | Buffer): Promise<unknown[]> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const heard: unknown[] = [];
  await readRows(path, {
    row: (row, { row: number, line }) => heard.push([number, line, row]),
    problem: (problem, { row: number, line }) => heard.push([number, line, problem]),
  });
  return heard;
}

describe('JSON lines', () => {
  const lines = '{"a":1}\n\n{"a":"é\\n"}\r\n[1]\n{"a"\n{"a":2}';
  const expected = [
    [1, 1, { a: 1 }],
    [2, 2, 'blank_line'],
    [2, 3, { a: 'é\n' }],
    [3, 4, 'not_an_object'],
    [4, 5, 'not_json'],
    [5, 6, { a: 2 }],
  ];

  test('rows with their lines; what is none is told', async () => {
    expect(await told('a.jsonl', lines)).toEqual(expected);
  });

  test('compressed', async () => {
    expect(await told('a.jsonl.gz', gzipSync(lines))).toEqual(expected);
  });

  test('a byte-order mark is told, and the row behind it read', async () => {
    expect(await told('b.jsonl', '\ufeff{"a":1}\n')).toEqual([
      [1, 1, 'byte_order_mark'],
      [1, 1, { a: 1 }],
    ]);
  });

  test('what is no UTF-8, and what is no gzip', async () => {
    expect(await told('c.jsonl', Buffer.from([0x7b, 0xff, 0x7d, 0x0a]))).toEqual([[1, 1, 'not_utf8']]);
    expect(await told('c.jsonl.gz', lines)).toEqual([[1, undefined, 'bad_gzip']]);
  });

  test('bytes of the row are handed on', async () => {
    const path = join(folder, 'd.jsonl');
    writeFileSync(path, '{"a":1,"a":2}\n');
    const heard: (string | undefined)[] = [];
    await readRows(path, { row: (_row, _place, bytes) => heard.push(bytes?.toString()), problem() {} });
    expect(heard).toEqual(['{"a":1,"a":2}']);
  });
});

describe('an array', () => {
  test('elements with the lines in which they begin, however they are laid out', async () => {
    const array = '[\n  {\n    "a": 1\n  },\n\n  {"a": 2}, 3,\n  {"a": 4}]\n';
    expect(await told('a.json', array)).toEqual([
      [1, 2, { a: 1 }],
      [2, 6, { a: 2 }],
      [3, 6, 'not_an_object'],
      [4, 7, { a: 4 }],
    ]);
  });

  test('not closed', async () => {
    expect(await told('b.json', '[\n{"a":1},\n')).toEqual([
      [1, 2, { a: 1 }],
      [2, 3, 'array_not_closed'],
    ]);
  });

  test('lines in a file that is called .json are rows', async () => {
    expect(await told('c.json', '{"a":1}\n{"a":2}\n')).toEqual([
      [1, 1, { a: 1 }],
      [2, 2, { a: 2 }],
    ]);
  });

  test('lines are counted over chunks, and elements that reach over them', async () => {
    const element = `{\n"a": "${'x'.repeat(700_000)}"\n}`;
    const heard = await told('d.json', `[\n${[element, element, element, element].join(',\n')}\n]`);
    expect(heard.map((one) => (Array.isArray(one) ? one.slice(0, 2) : one))).toEqual([
      [1, 2],
      [2, 5],
      [3, 8],
      [4, 11],
    ]);
  });
});

describe('CSV', () => {
  test('cells by their names, rows with the lines in which they begin', async () => {
    const table = '\ufeffid,text\r\n1,"a ""b""\nc"\r\n2,\r\n3\r\n"4",d';
    expect(await told('a.csv', table)).toEqual([
      [1, 1, 'byte_order_mark'],
      [1, 2, { id: '1', text: 'a "b"\nc' }],
      [2, 4, { id: '2', text: '' }],
      [3, 5, 'cells_unlike_header'],
      [4, 6, { id: '4', text: 'd' }],
    ]);
  });

  test('nothing but a header', async () => {
    expect(await told('b.csv', 'id,text\n')).toEqual([]);
  });
});

test('what is no Parquet is said in a sentence', async () => {
  await expect(told('a.parquet', 'PAR1, not quite')).rejects.toThrow(
    /a\.parquet: this is not Parquet, or it is damaged/,
  );
  await expect(told('b.parquet', '')).rejects.toThrow(/not Parquet/);
});

test('a file that is not there is said in a sentence', async () => {
  const sink = { row() {}, problem() {} };
  for (const name of ['none.jsonl', 'none.parquet'])
    await expect(readRows(join(folder, name), sink)).rejects.toThrow(/it is not there \(any more\)/);
});
