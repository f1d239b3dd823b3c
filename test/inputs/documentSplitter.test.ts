import { expect, test } from 'vitest';
import { DocumentSplitter } from '../../src/inputs/documentSplitter.ts';
import { Kept, pushInChunks } from './sink.ts';

function split(text: string, maxBytes = 10_000): string[] {
  const kept = new Kept();
  pushInChunks(new DocumentSplitter(maxBytes, kept), Buffer.from(text), [5]);
  return kept.records.map((record) => record.text);
}

const pretty = JSON.stringify({ a: 1, b: ['x', 'y'] }, null, 2);

test('one value is one record', () => {
  expect(split(pretty)).toEqual([pretty]);
  expect(split('{"a":1}\n')).toEqual(['{"a":1}\n']);
});

test('several are lines, also when only the first is JSON', () => {
  expect(split('{"a":1}\n{"b":2}\n')).toEqual(['{"a":1}', '{"b":2}']);
  expect(split('{"a":1}\nnot json')).toEqual(['{"a":1}', 'not json']);
});

test('what is longer than the limit is lines', () => {
  expect(split(pretty, 20)).toEqual(pretty.split('\n'));
});

test('nothing is nothing', () => {
  expect(split('')).toEqual([]);
});
