import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayBeNoise, mayLoop } from '../../src/measures/compression.ts';
import { anyText } from './anyText.ts';

const STARTS = Array.from({ length: 8 }, (_, probe) => (probe * 0.618034) % 1);

/** What `mayLoop` says, by the sentence that explains it: three of eight probes of the first half come again. */
function loops(text: string): boolean {
  const half = text.length >> 1;
  const again = STARTS.map((share) => Math.floor(half * share)).filter((start) =>
    text.includes(text.slice(start, start + 8), start + 8),
  );
  return half < 64 || again.length >= 3;
}

const words = fc.constantFrom('the ', 'loop ', 'goes on ', 'and on, ', 'until it ends. ', 'Word', '9', '\n', 'é', 'ÉÉ');
const prose = fc.array(words, { minLength: 20, maxLength: 200 }).map((all) => all.join(''));

test('a text may loop when three of eight stretches come again, in one block and in many', () => {
  fc.assert(
    fc.property(fc.oneof(prose, anyText), fc.integer({ min: 1, max: 9 }), fc.boolean(), (text, times, noisy) => {
      const all = `${noisy ? 'x9'.repeat(70) : ''}${text.repeat(times)}`;
      expect(mayLoop(all)).toBe(loops(all));
    }),
    { numRuns: 500 },
  );
});

test('a text may be noise when too few of its characters are small letters, spaces or beyond ASCII', () => {
  fc.assert(
    fc.property(fc.oneof(prose, anyText), (text) => {
      const plain = text.match(/[a-z \u0080-\uffff]/g)?.length ?? 0;
      expect(mayBeNoise(text)).toBe(plain < 0.65 * text.length);
    }),
    { numRuns: 500 },
  );
});
