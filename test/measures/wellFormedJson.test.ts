import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wellFormedJson } from '../../src/measures/wellFormedJson.ts';

test('lone surrogates that JSON escapes are replaced in texts and in keys', () => {
  const text = '{"a\\ud83d":["\\ude00 \\ud83d\\ude00",{"b":"\\uD800"}],"c":1}';
  expect(wellFormedJson(text, JSON.parse(text))).toBe('{"a�":["� 😀",{"b":"�"}],"c":1}');
});

test('other text stays as it is written', () => {
  const text = '{ "a": "\\u0041 \\n",  "b": 1.0 }';
  expect(wellFormedJson(text, JSON.parse(text))).toBe(text);
});

test('no text is broken when it is parsed', () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit }), fc.array(fc.string({ unit }))), (value) => {
      const parsed: unknown = JSON.parse(wellFormedJson(JSON.stringify(value), value));
      const texts = Object.entries(Object(parsed)).flat(2);
      expect(texts.every((text) => String(text).isWellFormed())).toBe(true);
    }),
  );
});
