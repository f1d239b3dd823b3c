import { utimesSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findFiles } from '../../src/inputs/files.ts';
import { ScratchFolder } from './scratchFolder.ts';

const scratch = new ScratchFolder();
scratch.write('logs/conversations_2024-03-02.jsonl', '{}\n');
scratch.write('logs/conversations_2024-03-01.jsonl', '{}\n{}\n');
scratch.write('logs/conversations_old.jsonl.gz', gzipSync('{}\n'));
scratch.write('logs/sub/conversations.jsonl', '');
scratch.write('logs/.conversations_hidden.jsonl', '{}\n');
scratch.write('elsewhere/extra.jsonl', '{}\n');
const folder = `${scratch.path}/logs`;
const names = async (...globs: string[]): Promise<string[]> => (await findFiles(globs, folder)).map(({ name }) => name);

describe('findFiles', () => {
  test('finds files in the order of their names, each once, hidden ones not', async () => {
    expect(await names('conversations*.jsonl', '*.jsonl', 'conversations*.gz')).toEqual([
      'conversations_2024-03-01.jsonl',
      'conversations_2024-03-02.jsonl',
      'conversations_old.jsonl.gz',
    ]);
    expect(await names('**/*.jsonl')).toContain('sub/conversations.jsonl');
    expect(await names('nothing*')).toEqual([]);
    expect(await names('sub')).toEqual([]);
  });

  test('a file outside of the folder keeps its whole path', async () => {
    const outside = `${scratch.path}/elsewhere/extra.jsonl`;
    expect(await names(outside, '../elsewhere/*.jsonl')).toEqual([outside]);
  });

  test('tells size and kind', async () => {
    const [first, , third] = await findFiles(['*'], folder);
    expect(first).toMatchObject({ bytes: 6, gzip: false, array: false });
    expect(third).toMatchObject({ gzip: true, array: false });
  });

  test.each([
    ['list.json', '[{}]', true],
    ['marked.json', '\ufeff \n[{}]', true],
    ['list.json.gz', gzipSync('  [{}]'), true],
    ['large.json.gz', gzipSync(Buffer.alloc(300_000, '[1]')), true],
    ['object.json', '{"a":[1]}\n{"b":2}', false],
    ['empty.json', '', false],
    ['broken.json.gz', 'no gzip', false],
    ['list.jsonl', '[1]\n', false],
  ])('%s: one array or lines', async (name, content, array) => {
    scratch.write(`arrays/${name}`, content);
    const [file] = await findFiles([name], `${scratch.path}/arrays`);
    expect(file?.array).toBe(array);
  });

  test('the newest is the one with the latest date in its name, else the one changed last', async () => {
    const newest = async (...globs: string[]) => (await findFiles(globs, folder)).filter((file) => file.newest);
    utimesSync(`${folder}/conversations_2024-03-01.jsonl`, 2e9, 2e9);
    utimesSync(`${folder}/conversations_old.jsonl.gz`, 2e9 + 5, 2e9 + 5);
    expect(await newest('conversations*')).toMatchObject([{ name: 'conversations_2024-03-02.jsonl' }]);
    scratch.write('undated/a.jsonl', '');
    scratch.write('undated/b.jsonl', '');
    utimesSync(`${scratch.path}/undated/a.jsonl`, 2e9, 2e9);
    const undated = await findFiles(['*'], `${scratch.path}/undated`);
    expect(undated.map(({ newest: is }) => is)).toEqual([true, false]);
  });
});
