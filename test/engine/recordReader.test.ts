import { truncateSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordsAt } from '../../src/engine/recordReader.ts';
import { ScratchFolder } from '../inputs/scratchFolder.ts';

const folder = new ScratchFolder();
const SIZE = 100_000;
/** Different bytes at every place of every file. */
const contents = [0, 1, 2].map((file) => {
  const bytes = Buffer.alloc(SIZE);
  for (let at = 0; at < SIZE; at += 4) bytes.writeUInt32BE(at * 3 + file, at);
  return bytes;
});
const paths = contents.map((bytes, file) => folder.write(`${file}.log`, bytes));

const place = fc.record({ source: fc.nat(2), offset: fc.nat(SIZE - 5000), bytes: fc.nat(5000) });

test('every record in the order asked for: apart, close together, overlapping, in several files', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), (places) => {
      const records = recordsAt(paths, {
        source: places.map(({ source }) => source),
        offset: places.map(({ offset }) => offset),
        bytes: places.map(({ bytes }) => bytes),
      });
      expect(records.length).toBe(places.length);
      for (const [at, { source, offset, bytes }] of places.entries()) {
        expect(contents[source]?.subarray(offset, offset + bytes).equals(records[at] ?? Buffer.from('?'))).toBe(true);
      }
    }),
  );
});

test('of a file that became shorter there is less, and nothing that was not in it', () => {
  const path = folder.write('shrinking.log', Buffer.alloc(1000, 'a'));
  truncateSync(path, 500);
  const records = recordsAt([path], { source: [0, 0, 0], offset: [0, 400, 600], bytes: [400, 200, 400] });
  expect(records.map(String)).toEqual(['a'.repeat(400), 'a'.repeat(100), '']);
});

test('a file that is gone is an error', () => {
  expect(() => recordsAt([`${folder.path}/none`], { source: [0], offset: [0], bytes: [1] })).toThrow('ENOENT');
});
