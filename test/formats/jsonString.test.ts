import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JSON_BYTES_PER_UNIT, UTF8_BYTES_PER_UNIT, writeJsonString } from '../../src/formats/jsonString.ts';
import { NASTY_TEXTS } from './torture.ts';

/** Any code units, lone surrogates as well, with many of those that JSON escapes. */
const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x7f }));
const anyText = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS),
  fc.string({ unit: unit.map((code) => String.fromCharCode(code)), maxLength: 200 }),
);

test('the bytes are those of JSON.stringify, and room for them can be told beforehand', () => {
  fc.assert(
    fc.property(anyText, fc.nat(9), (text, at) => {
      const room = Buffer.alloc(at + text.length * JSON_BYTES_PER_UNIT + 2);
      const end = writeJsonString(text, room, at);
      expect(room.toString('utf8', at, end)).toBe(JSON.stringify(text));
      expect(room.subarray(0, at).every((byte) => byte === 0)).toBe(true);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(text.length * UTF8_BYTES_PER_UNIT);
    }),
    { numRuns: 2000 },
  );
});

test('every single character', () => {
  const room = Buffer.alloc(JSON_BYTES_PER_UNIT + 2);
  for (let code = 0; code <= 0xffff; code++) {
    const text = String.fromCharCode(code);
    if (room.toString('utf8', 0, writeJsonString(text, room, 0)) !== JSON.stringify(text)) expect.fail(`code ${code}`);
  }
});
