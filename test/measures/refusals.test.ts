import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isCannedRefusal, refusesWithoutMatter } from '../../src/measures/refusals/refusal.ts';

const sayings = z.record(z.string(), z.array(z.string()));
const { refuses, answers } = z
  .strictObject({ refuses: sayings, answers: sayings })
  .parse(load(readFileSync(new URL('refusals.yaml', import.meta.url), 'utf8')));

const isRefusal = (text: string) => isCannedRefusal(text) || refusesWithoutMatter(text);

describe.each(Object.entries(refuses))('%s', (_, texts) => {
  test.each(texts)('refuses: %s', (text) => expect(isRefusal(text)).toBe(true));
});

describe.each(Object.entries(answers))('%s', (_, texts) => {
  test.each(texts)('answers: %s', (text) => expect(isRefusal(text)).toBe(false));
});
