import { appendFileSync, truncateSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InputFile } from '../../src/inputs/files.ts';
import { readRecords } from '../../src/inputs/readRecords.ts';
import { ScratchFolder } from './scratchFolder.ts';
import { Kept } from './sink.ts';

const scratch = new ScratchFolder();

async function read(file: InputFile, start = 0, end = file.bytes, maxLineBytes = 5_000_000): Promise<Kept> {
  const kept = new Kept();
  await readRecords(file, { start, end }, maxLineBytes, kept);
  return kept;
}

const texts = (kept: Kept): string[] => kept.records.map(({ text }) => text);

describe('plain files', () => {
  test.each([
    ['empty.jsonl', '', []],
    ['newlines.jsonl', '\n\n\n', ['', '', '']],
    ['windows.jsonl', '{"a":1}\r\n{"b":2}\r\n', ['{"a":1}\r', '{"b":2}\r']],
    ['mark.jsonl', '\ufeff{"a":1}\n', ['\xef\xbb\xbf{"a":1}']],
    ['unended.jsonl', '1\n2', ['1', '2']],
  ])('%s', async (name, content, expected) => {
    const kept = await read(await scratch.input(name, content));
    expect(texts(kept)).toEqual(expected);
    expect(kept.problems).toEqual([]);
    expect(kept.records.every(({ ended }, place) => ended || place === expected.length - 1)).toBe(true);
  });

  test('a last line without line feed is told to be unended', async () => {
    const kept = await read(await scratch.input('growing.jsonl', '1\n2'));
    expect(kept.records.map(({ ended }) => ended)).toEqual([true, false]);
  });

  test('ranges of a file larger than a chunk find every line once', async () => {
    const lines = Array.from({ length: 40_000 }, (_, place) => `${place}${'x'.repeat((place * 7919) % 120)}`);
    lines[20_000] = 'y'.repeat(1_500_000);
    const file = await scratch.input('large.jsonl', `${lines.join('\n')}\n`);
    const random = fc.sample(fc.integer({ min: 1, max: file.bytes - 1 }), { numRuns: 20, seed: 3 });
    // Some at random, some right at the beginning of a line, right before it and right after it.
    const begins = [1000, 20_000, 30_000].map((line) => lines.slice(0, line).join('\n').length + 1);
    const exact = [begins[0] ?? 0, (begins[1] ?? 0) - 1, (begins[2] ?? 0) + 1];
    const cuts = [0, ...[...random, ...exact].sort((a, b) => a - b), file.bytes];
    const found: string[] = [];
    for (let part = 0; part + 1 < cuts.length; part++)
      found.push(...texts(await read(file, cuts[part], cuts[part + 1])));
    expect(found.join('\n') === lines.join('\n')).toBe(true);
  });

  test('what is appended after the file was found is left for the next run', async () => {
    const file = await scratch.input('appended.jsonl', '1\n2\n');
    appendFileSync(file.path, '3\n4\n');
    expect(texts(await read(file))).toEqual(['1', '2']);
    const half = await scratch.input('half.jsonl', '1\n2');
    appendFileSync(half.path, '2\n');
    expect((await read(half)).records.at(-1)).toEqual({ text: '2', offset: 2, ended: false });
  });

  test('a file that has become shorter is read to its end', async () => {
    const file = await scratch.input('shorter.jsonl', '1\n2\n3\n');
    truncateSync(file.path, 3);
    expect(texts(await read(file))).toEqual(['1', '2']);
  });

  test('an array file is read by its elements', async () => {
    const kept = await read(await scratch.input('array.json', '\ufeff[\n {"a": [1, 2]},\n {"b": "]"}\n]\n'));
    expect(texts(kept)).toEqual(['{"a": [1, 2]}', '{"b": "]"}\n']);
  });

  test('a file that is gone is an error of its own, not an empty file', async () => {
    const gone = { ...(await scratch.input('here.jsonl', '1\n')), path: `${scratch.path}/gone.jsonl` };
    await expect(read(gone)).rejects.toThrow('ENOENT');
  });
});

describe('compressed files', () => {
  const lines = Array.from(
    { length: 30_000 },
    (_, place) => `{"n":${place},"x":"${(place * 2654435761) % 4294967296}"}`,
  );
  const text = `${lines.join('\n')}\n`;

  test('one member, several members, an empty one', async () => {
    const half = Math.floor(text.length / 2);
    const members = Buffer.concat([text.slice(0, half), '', text.slice(half)].map((part) => gzipSync(part)));
    for (const packed of [gzipSync(text), members]) {
      const kept = await read(await scratch.input('all.jsonl.gz', packed));
      expect(texts(kept).join('\n') === lines.join('\n')).toBe(true);
      expect(kept.records[1]?.offset).toBe(`${lines[0]}\n`.length);
      expect(kept.problems).toEqual([]);
    }
    expect(texts(await read(await scratch.input('none.jsonl.gz', gzipSync(''))))).toEqual([]);
    expect(texts(await read(await scratch.input('zero.jsonl.gz', '')))).toEqual([]);
  });

  test('an array', async () => {
    const kept = await read(await scratch.input('array.json.gz', gzipSync('[{"a":1},{"b":2}]')));
    expect(texts(kept)).toEqual(['{"a":1}', '{"b":2}']);
  });

  test.each([0.1, 0.5, 0.9, 0.9999])(
    'cut at %f of its bytes: all whole lines before the cut, and one problem',
    async (share) => {
      const packed = gzipSync(text);
      const file = await scratch.input('cut.jsonl.gz', packed.subarray(0, Math.floor(packed.length * share)));
      const kept = await read(file);
      expect(kept.problems).toMatchObject([{ reason: 'bad_gzip' }]);
      expect(kept.records.length).toBeGreaterThan(lines.length * (share - 0.1));
      expect(texts(kept)).toEqual(lines.slice(0, kept.records.length));
      expect(await read(file), 'the same again').toEqual(kept);
    },
  );

  test('bytes that are no gzip at all', async () => {
    const kept = await read(await scratch.input('fake.jsonl.gz', '{"a":1}\n'));
    expect(kept.records).toEqual([]);
    expect(kept.problems).toEqual([{ reason: 'bad_gzip', offset: 0 }]);
  });

  test('a file that was appended to after it was found is read as it was', async () => {
    const file = await scratch.input('more.jsonl.gz', gzipSync('1\n'));
    appendFileSync(file.path, gzipSync('2\n'));
    expect(texts(await read(file))).toEqual(['1']);
  });
});
