import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysInText, keysInValue } from '../../src/validate/jsonKeys.ts';
import { LAYOUTS } from '../../src/validate/layouts.ts';
import { ProblemLog } from '../../src/validate/problemLog.ts';
import { RowChecker } from '../../src/validate/rowChecker.ts';
import { COMMON, TRAINERS } from '../../src/validate/trainers.ts';
import { validated } from './validated.ts';

const KEYS = [
  'role',
  'content',
  'from',
  'value',
  'text',
  'parts',
  'tool_calls',
  'function',
  'name',
  'arguments',
  'id',
  'label',
];
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(null, true, 0, 1, '', 'user', 'assistant', 'tool', 'gpt', '{"a":1}', [], {}),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS, '__proto__', 'constructor'), tie('json'), { maxKeys: 4 }),
  ),
}));

test.each(LAYOUTS)('whatever stands in a row of $format, checking it comes to an end', (layout) => {
  const keys = layout.parts.map(({ key }) => key.split('.')[0] ?? '');
  const row = fc.dictionary(fc.constantFrom(...keys), json, { maxKeys: keys.length });
  fc.assert(
    fc.property(row, fc.constantFrom(COMMON, ...Object.values(TRAINERS)), (value, rules) => {
      const log = new ProblemLog();
      new RowChecker(layout, rules, log, () => {}).row(value, 1);
      for (const { places } of log.groups()) for (const { key } of places) expect(key).toMatch(/^[\w.<>[\]]*$/);
    }),
    { numRuns: 200 },
  );
});

test('whatever the bytes of a file', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\n', '\\', 'a', '\ufeff', ' '),
      maxLength: 40,
    }),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom('a.jsonl', 'a.json', 'a.csv', 'a.jsonl.gz'), async (content, name) => {
      const report = await validated({ [name]: Buffer.from(content) }, { format: 'chatml' });
      expect(report.rows).toBeLessThanOrEqual(20);
    }),
    { numRuns: 200 },
  );
});

test('keys are counted in a text as they are in its value', () => {
  const spaced = fc.tuple(fc.json(), fc.constantFrom(undefined, 1, '\t'));
  fc.assert(
    fc.property(spaced, ([text, space]) => {
      const value: unknown = JSON.parse(text);
      const written = JSON.stringify(value, null, space) ?? 'null';
      expect(keysInText(written)).toBe(keysInValue(value));
    }),
  );
  expect(keysInText('{"a":1,"a":{"b\\\\":"\\"c\\":","d" : []}}')).toBe(4);
});

test('a row of a million levels is no row', async () => {
  const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
  const report = await validated({ 'a.jsonl': `{"messages":${deep}}\n` }, { format: 'chatml' });
  expect(report.ok).toBe(false);
});
