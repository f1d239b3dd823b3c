import { describe, expect, test } from 'vitest';
import { DETECTORS } from '../../src/pipeline/scrub/detectors.ts';
import { CASES } from './cases.ts';
import { finderOf, mark } from './marked.ts';

test('every detector has a file of cases, and every file a detector', () => {
  expect(Object.keys(CASES).sort()).toEqual(DETECTORS.map(({ entity }) => entity).sort());
});

describe.each(Object.entries(CASES))('%s', (entity, { texts }) => {
  const find = finderOf(entity);
  test.each(texts)('%s', (marked) => {
    const text = marked.replace(/[«»]/g, '');
    expect(mark(text, find(text))).toBe(marked);
  });
});
