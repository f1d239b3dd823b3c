import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PASSES, PROBLEMS } from '../../src/importers/importer.ts';
import { IMPORTERS } from '../../src/importers/index.ts';
import { withoutDetails } from '../../src/importers/openWebui.ts';
import { isObject, type JsonObject } from '../../src/measures/jsonObject.ts';
import { entriesOf, fixtureFiles, readAll } from './reading.ts';

/** An entry in which one value, however deep, is another one. */
function changed(entry: JsonObject, place: number, value: unknown): JsonObject {
  const paths: (string | number)[][] = [];
  const walk = (inner: unknown, path: (string | number)[]): void => {
    if (path.length > 0) paths.push(path);
    if (typeof inner !== 'object' || inner === null) return;
    for (const key of Object.keys(inner)) walk(Reflect.get(inner, key), [...path, key]);
  };
  walk(entry, []);
  const copy = structuredClone(entry);
  const path = paths[place % paths.length] ?? [];
  let at: object = copy;
  for (const key of path.slice(0, -1)) at = Reflect.get(at, key);
  Reflect.set(at, path.at(-1) ?? '', value);
  return copy;
}

describe.each(IMPORTERS)('$name', (importer) => {
  const entries = fixtureFiles(importer.name).flatMap(entriesOf);

  test('takes entries with any value anywhere, or says why not in one of its words', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.constant('__proto__'), fc.constant({}));
    fc.assert(
      fc.property(fc.constantFrom(...entries), fc.nat(), value, (entry, place, other) => {
        for (const { problem, pass, conversations = [] } of readAll(importer, [changed(entry, place, other)])) {
          if (problem !== undefined) expect(Object.keys(PROBLEMS)).toContain(problem);
          if (pass !== undefined) expect(Object.keys(PASSES)).toContain(pass);
          for (const { conversation_id, line } of conversations) {
            expect(conversation_id).not.toBe('');
            expect(Array.isArray(line.messages)).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('takes any object without an error', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (entry) => {
        expect(importer.recognises(entry)).toBe(false);
        expect(readAll(importer, [entry]).every(isObject)).toBe(true);
      }),
    );
  });
});

test('content that is nested a thousand levels deep is no reason to stop', () => {
  let deep: unknown = 'text';
  for (let level = 0; level < 1000; level++)
    deep = level % 2 === 0 ? [deep] : { text: deep, content: deep, output: deep };
  for (const importer of IMPORTERS) {
    const [entry] = fixtureFiles(importer.name).flatMap(entriesOf);
    for (let place = 0; place < 60; place++)
      expect(() => readAll(importer, [changed(entry ?? {}, place, deep)])).not.toThrow();
  }
});

describe('folded parts of an answer', () => {
  test('go, and nothing else does', () => {
    const details = '<details type="reasoning" done="true">\n<summary>Thought</summary>\n> hm\n</details>';
    expect(withoutDetails(`${details}\nYes.`)).toBe('Yes.');
    expect(withoutDetails(`Before ${details} after ${details}.`)).toBe('Before  after .');
    for (const kept of ['', '<details>\nmore\n</details>', '<details type="reasoning">never closed', 'a < b'])
      expect(withoutDetails(kept)).toBe(kept);
  });

  test('cost no more where they are many', () => {
    const begun = performance.now();
    withoutDetails('<details type="reasoning">'.repeat(40_000));
    withoutDetails('<details '.repeat(100_000));
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
