import { expect, test } from 'vitest';
import { Fingerprinter } from '../../src/measures/fingerprint.ts';
import { SIGNATURE_BYTES, similarity } from '../../src/measures/minhash.ts';
import { bandsFor } from '../../src/pipeline/dedup/bands.ts';
import { NearIndex } from '../../src/pipeline/dedup/nearIndex.ts';
import { exchange } from '../commands/logs.ts';

const fingerprinter = new Fingerprinter(3);

function signed(text: string): Uint8Array {
  const signature = new Uint8Array(SIGNATURE_BYTES);
  fingerprinter.reset();
  fingerprinter.add(text, 1);
  fingerprinter.writeSignature(signature, 0);
  return signature;
}

const said = (number: number): string =>
  [0, 1, 2, 3].map((more) => String(exchange(number * 4 + more).assistant_message)).join(' ');

/** The text with its last words changed: so many of some hundred. */
const changed = (text: string, words: number): string => `${text.split(' ').slice(0, -words).join(' ')} else ${words}`;

test('finds what is clearly similar, and nothing that is estimated below the floor', () => {
  const texts = Array.from({ length: 300 }, (_, number) => said(number));
  const index = new NearIndex(texts.length, bandsFor(0.8), 0.7);
  for (const [number, text] of texts.entries()) expect(index.add(signed(text))).toBe(number);
  for (const [number, text] of texts.entries()) {
    const asked = signed(changed(text, 1 + (number % 30)));
    const found = index.find(asked);
    const both = new Uint8Array(2 * SIGNATURE_BYTES);
    both.set(asked);
    both.set(signed(text), SIGNATURE_BYTES);
    const alike = similarity(both, 0, 1);
    if (alike > 0.9) expect(found).toEqual([number]);
    if (alike < 0.7) expect(found).toEqual([]);
  }
});

test('thousands that are equal are not all compared', () => {
  const index = new NearIndex(5000, bandsFor(0.8), 0.7);
  const signature = signed(said(1));
  for (let number = 0; number < 5000; number++) index.add(signature);
  const found = index.find(signature);
  expect(found).toHaveLength(8);
  expect(new Set(found).size).toBe(8);
});
