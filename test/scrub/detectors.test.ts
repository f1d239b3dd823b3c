import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DETECTORS } from '../../src/pipeline/scrub/detectors.ts';
import { finderOf, mark } from './marked.ts';

const cases = z
  .record(z.string(), z.array(z.string()))
  .parse(load(readFileSync(new URL('./detectors.yaml', import.meta.url), 'utf8')));

test('every detector has cases, here or in secret.test.ts', () => {
  expect([...Object.keys(cases), 'SECRET'].sort()).toEqual(DETECTORS.map(({ entity }) => entity).sort());
});

describe.each(Object.entries(cases))('%s', (entity, texts) => {
  const find = finderOf(entity);
  test.each(texts)('%s', (marked) => {
    const text = marked.replace(/[«»]/g, '');
    expect(mark(text, find(text))).toBe(marked);
  });
});
