import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExamplePrinter } from '../../src/measures/examplePrinter.ts';
import { Fingerprinter } from '../../src/measures/fingerprint.ts';
import { SIGNATURE_BYTES } from '../../src/measures/minhash.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', 'e,', 'F', '2', '+'), { maxLength: 60 })
  .map((w) => w.join(' '));
const turns = fc.array(fc.record({ role: fc.integer({ min: 0, max: 3 }), content: text }), { maxLength: 5 });
const options = { shingle: 3, ngram: 13, sampled: 0 };

const signatureOf = (printer: Pick<Fingerprinter, 'writeSignature'>): Uint8Array => {
  const signature = new Uint8Array(SIGNATURE_BYTES);
  printer.writeSignature(signature, 0);
  return signature;
};

/** The n-grams of a text as the printer gives them. */
function ngramsOf(content: string, sampled = 0): string[] {
  const printer = new ExamplePrinter({ ...options, sampled });
  printer.reset();
  printer.add(content, 1);
  return Array.from({ length: printer.ngrams }, (_, place) => `${printer.low[place]} ${printer.high[place]}`);
}

test('signs as the fingerprint does, and its hash tells apart what that of the fingerprint does', () => {
  fc.assert(
    fc.property(turns, turns, (one, other) => {
      const [printed, fingered] = [one, other]
        .map((list) => {
          const printer = new ExamplePrinter(options);
          const fingerprinter = new Fingerprinter(3);
          printer.reset();
          fingerprinter.reset();
          for (const { role, content } of list) {
            printer.add(content, role);
            fingerprinter.add(content, role);
          }
          expect(signatureOf(printer)).toEqual(signatureOf(fingerprinter));
          expect(printer.words).toBe(fingerprinter.words);
          return [printer.hash(), fingerprinter.hash()] as const;
        })
        .reduce((a, b) => [a[0] === b[0] ? 1 : 0, a[1] === b[1] ? 1 : 0]);
      expect(printed).toBe(fingered);
    }),
  );
});

test('what counts for the hash alone leaves no other trace', () => {
  const printer = new ExamplePrinter(options);
  const hashOf = (content: string): number => {
    printer.reset();
    printer.add('one two three four', 1);
    printer.addToHash(content, 3);
    return printer.hash();
  };
  const hash = hashOf('{"rain": true}');
  const signature = signatureOf(printer);
  expect(printer.words).toBe(4);
  expect(hashOf('{"rain": false}')).not.toBe(hash);
  expect(signatureOf(printer)).toEqual(signature);
});

test('n-grams are those of thirteen words in a row within one text', () => {
  const words = Array.from({ length: 40 }, (_, place) => `w${place}`);
  const all = ngramsOf(words.join(' '));
  expect(all).toHaveLength(28);
  expect(new Set(all).size).toBe(28);
  // The same wherever they stand.
  const part = ngramsOf(`before it ${words.slice(7, 20).join(', ')} after`);
  expect(part.filter((ngram) => all.includes(ngram))).toEqual([all[7]]);
  const printer = new ExamplePrinter(options);
  printer.reset();
  printer.add(words.slice(0, 12).join(' '), 1);
  printer.add(words.slice(12, 24).join(' '), 2);
  expect(printer.ngrams).toBe(0);
  // And in a text of any length.
  const long = Array.from({ length: 9000 }, (_, place) => `x${place % 8000}`).join(' ');
  const ngrams = ngramsOf(long);
  expect(ngrams).toHaveLength(8988);
  expect(ngrams[8000]).toBe(ngrams[0]);
});

test('of n-grams the same ones are taken from every text', () => {
  const words = Array.from({ length: 4000 }, (_, place) => `w${place}`);
  const some = ngramsOf(words.join(' '), 3);
  expect(some.length).toBeGreaterThan(400);
  expect(some.length).toBeLessThan(600);
  const half = new Set(ngramsOf(words.slice(1000, 3000).join(' '), 3));
  expect(some.filter((ngram) => half.has(ngram))).toHaveLength(half.size);
});
