import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextBytes } from '../../src/formats/textBytes.ts';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 50_000 }),
  fc.uint8Array({ maxLength: 50_000 }),
  fc.record({ json: fc.string({ unit: 'binary', maxLength: 20_000 }) }),
);

test('pieces follow each other, also in memory that served before', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(200_000), (pieces, used) => {
      const text = new TextBytes(
        Buffer.allocUnsafeSlow(used)
          .fill('x')
          .subarray(0, used / 2),
      );
      for (const one of pieces) {
        if (typeof one === 'object' && 'json' in one) text.addJsonString(one.json);
        else text.add(one);
      }
      const expected = pieces.map((one) =>
        Buffer.from(typeof one === 'object' && 'json' in one ? JSON.stringify(one.json) : one),
      );
      expect(Buffer.concat(expected).equals(text.bytes())).toBe(true);
      text.clear();
      text.add('anew');
      expect(Buffer.from(text.bytes()).toString()).toBe('anew');
    }),
  );
});

test('memory that served before is used, not new memory', () => {
  const used = Buffer.allocUnsafeSlow(1000);
  const text = new TextBytes(used.subarray(0, 10));
  text.add('a'.repeat(300));
  expect(text.bytes().buffer).toBe(used.buffer);
});
