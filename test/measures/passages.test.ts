import { describe, expect, test } from 'vitest';
import { Fingerprinter } from '../../src/measures/fingerprint.ts';
import { PASSAGE_KINDS, PASSAGE_WORDS } from '../../src/measures/passages.ts';

const QUESTION = 1;
const ANSWER = 2;
const LENGTHS = PASSAGE_WORDS.length;

/** Codes by kind and length of texts, each with its role. */
function codesOf(...texts: readonly (readonly [role: number, text: string])[]): number[][] {
  const fingerprint = new Fingerprinter(3, { question: QUESTION, answer: ANSWER });
  fingerprint.reset();
  for (const [role, text] of texts) fingerprint.add(text, role);
  const codes = new Uint16Array(PASSAGE_KINDS.length * LENGTHS);
  fingerprint.writePassages(codes, 0);
  return PASSAGE_KINDS.map((_, kind) => [...codes.subarray(kind * LENGTHS, (kind + 1) * LENGTHS)]);
}

const words = (salt: string, count: number): string => Array.from({ length: count }, (_, n) => `${salt}${n}`).join(' ');

describe('codes of passages', () => {
  test('are equal for as long as texts begin alike, and end alike', () => {
    const [one = [], ends = []] = codesOf([QUESTION, `${words('same', 40)} ${words('mine', 200)}`]);
    const [other = []] = codesOf([QUESTION, `${words('Same', 40)}, ${words('yours', 200)}`]);
    expect(other.slice(0, 2)).toEqual(one.slice(0, 2));
    expect(other[2]).not.toBe(one[2]);
    const [, alike = []] = codesOf([QUESTION, `another beginning ${words('mine', 200)}`]);
    expect(alike.slice(0, 3)).toEqual(ends.slice(0, 3));
  });

  test('are 0 where a text is shorter, and never where it is not', () => {
    for (const [count, told] of [
      [7, 0],
      [8, 1],
      [127, 2],
      [512, 4],
      [6000, 4],
    ] as const) {
      const codes = codesOf([QUESTION, words('w', count)]).flat();
      expect(codes.slice(0, 2 * LENGTHS).filter((code) => code !== 0)).toHaveLength(2 * told);
      expect(codes.slice(2 * LENGTHS)).toEqual(Array.from({ length: 2 * LENGTHS }, () => 0));
    }
  });

  test('tell of the first question, of how the first answer begins, and of how the last one ends', () => {
    const [question, questionEnds, begins, ends] = codesOf(
      [QUESTION, words('q', 20)],
      [ANSWER, words('a', 20)],
      [3, words('tool', 20)],
      [QUESTION, words('r', 20)],
      [ANSWER, words('b', 20)],
    );
    const short = codesOf([QUESTION, words('q', 20)], [ANSWER, words('a', 20)]);
    expect([question, questionEnds, begins]).toEqual(short.slice(0, 3));
    expect(ends).toEqual(codesOf([QUESTION, 'r'], [ANSWER, words('b', 20)])[3]);
  });
});
