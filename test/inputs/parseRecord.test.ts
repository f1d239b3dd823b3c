import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBlank, parseRecord } from '../../src/inputs/parseRecord.ts';

const BOM = '\ufeff';

describe('parseRecord', () => {
  test.each([
    ['{"a":1}', { a: 1 }],
    [` \t{"a":1}\r`, { a: 1 }],
    [`${BOM}{"a":"é😀"}`, { a: 'é😀' }],
    ['{"a":1,"a":2}', { a: 2 }],
    ['{}', {}],
    ['[{"a":1}]', 'not_an_object'],
    ['null', 'not_an_object'],
    ['"text"', 'not_an_object'],
    ['42', 'not_an_object'],
    ['{"a":1', 'not_json'],
    ["{'a':1}", 'not_json'],
    ['{"a":NaN}', 'not_json'],
    ['{"a":1}{"b":2}', 'not_json'],
    [`${BOM}${BOM}{}`, 'not_json'],
    ['', 'not_json'],
  ])('%j', (text, expected) => {
    expect(parseRecord(Buffer.from(text))).toEqual(expected);
  });

  test.each([
    ['Latin-1', [0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]],
    ['a character cut in the middle', [0x22, 0xf0, 0x9f, 0x98, 0x22]],
    ['a surrogate written as UTF-8', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['UTF-16 with its mark', [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
  ])('%s is not UTF-8', (_note, bytes) => {
    expect(parseRecord(Buffer.from(bytes))).toBe('not_utf8');
  });

  test('any text comes back, however much of it is beyond ASCII', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.constantFrom('plain ', 'é', '漢字', '😀', BOM, '\u2028', 'x'.repeat(100)), { maxLength: 80 }),
    );
    fc.assert(
      fc.property(text, (value) => {
        const line = JSON.stringify({ value });
        expect(parseRecord(Buffer.from(line))).toEqual({ value });
        expect(parseRecord(Buffer.from(`${BOM}${line}`))).toEqual({ value });
      }),
      { numRuns: 1000 },
    );
  });

  test('one million brackets are no object, and no crash', () => {
    expect(parseRecord(Buffer.from('['.repeat(1_000_000)))).toBe('not_json');
  });

  test('a key named __proto__ is a key like others', () => {
    const record = parseRecord(Buffer.from('{"__proto__":{"polluted":true}}'));
    expect(Object.hasOwn(Object(record), '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
  });
});

describe('isBlank', () => {
  test.each(['', ' ', '\t\r', BOM, `${BOM} \r`])('%j is blank', (text) => {
    expect(isBlank(Buffer.from(text))).toBe(true);
  });
  test.each(['.', ' {', '\0', '\f', '\u00a0', `${BOM}x`, `x${BOM}`, ` ${BOM}`])('%j is not', (text) => {
    expect(isBlank(Buffer.from(text))).toBe(false);
  });
});
