import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineSplitter } from '../../src/inputs/lineSplitter.ts';
import { type Found, Kept, pushInChunks } from './sink.ts';

const NO_LIMIT = { end: Number.POSITIVE_INFINITY, maxBytes: 1000, midLine: false };

/** What any splitter must find: the pieces between line feeds, with their places. */
function naiveLines(text: string): Found[] {
  const lines: Found[] = [];
  let offset = 0;
  for (const [place, line] of text.split('\n').entries()) {
    const ended = place < text.split('\n').length - 1;
    if (ended || line !== '') lines.push({ text: line, offset, ended });
    offset += line.length + 1;
  }
  return lines;
}

function split(text: string, sizes: readonly number[], options = NO_LIMIT, start = 0): Kept {
  const kept = new Kept();
  pushInChunks(new LineSplitter(start, options, kept), Buffer.from(text, 'latin1').subarray(start), sizes);
  return kept;
}

const nastyText = fc
  .array(fc.constantFrom('\n', '\r\n', '\n\n', 'a', '{"a":1}', ' ', '\xef\xbb\xbf', '\0', '\r', 'longer than others'), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(''));
const chunkSizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });

describe('LineSplitter', () => {
  test('finds what a naive split finds, whatever the chunks', () => {
    fc.assert(
      fc.property(nastyText, chunkSizes, (text, sizes) => {
        const { records, problems } = split(text, sizes);
        expect(records).toEqual(naiveLines(text));
        expect(problems).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('ranges together find every line once, whatever the cuts', () => {
    fc.assert(
      fc.property(nastyText, chunkSizes, fc.array(fc.nat(200), { maxLength: 6 }), (text, sizes, places) => {
        const cuts = [...new Set([0, ...places.filter((place) => place < text.length), text.length])].sort(
          (a, b) => a - b,
        );
        const found = cuts.slice(0, -1).flatMap((start, part) => {
          const options = { end: cuts[part + 1] ?? 0, maxBytes: 1000, midLine: start > 0 };
          return split(text, sizes, options, Math.max(0, start - 1)).records;
        });
        expect(found).toEqual(naiveLines(text));
      }),
      { numRuns: 500 },
    );
  });

  test('a line over the limit is told as such, at its place, and the others are found', () => {
    fc.assert(
      fc.property(nastyText, chunkSizes, fc.integer({ min: 1, max: 20 }), (text, sizes, maxBytes) => {
        const { records, problems } = split(text, sizes, { ...NO_LIMIT, maxBytes });
        const lines = naiveLines(text);
        expect(records).toEqual(lines.filter((line) => line.text.length <= maxBytes));
        const long = lines.filter((line) => line.text.length > maxBytes);
        expect(problems).toEqual(long.map(({ offset }) => ({ reason: 'too_long', offset })));
      }),
      { numRuns: 500 },
    );
  });

  test('a line over the limit is not held', () => {
    const chunk = Buffer.alloc(1024 * 1024, 0x61);
    const kept = new Kept();
    const splitter = new LineSplitter(0, { ...NO_LIMIT, maxBytes: 1024 * 1024 }, kept);
    const before = process.memoryUsage().arrayBuffers;
    for (let megabyte = 0; megabyte < 300; megabyte++) splitter.push(chunk);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
    splitter.push(Buffer.from('\n{}\n'));
    splitter.end();
    expect(kept.problems).toEqual([{ reason: 'too_long', offset: 0 }]);
    expect(kept.records).toEqual([{ text: '{}', offset: 300 * 1024 * 1024 + 1, ended: true }]);
  });

  test('nothing is wanted after the end of the range', () => {
    const splitter = new LineSplitter(0, { ...NO_LIMIT, end: 3 }, new Kept());
    expect(splitter.push(Buffer.from('a\nb'))).toBe(true);
    expect(splitter.push(Buffer.from('c\nd\n'))).toBe(false);
  });
});
