import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repetitionOf } from '../../src/measures/repetition.ts';

const words = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `word${from + index}`);

test('words that never come again are no repetition', () => {
  expect(repetitionOf(words(0, 500).join(' '))).toEqual({ words: 500, lines: 0, ngrams: 0, run: 0 });
});

test('a text said twice is half repeated', () => {
  const once = words(0, 100).join(' ');
  expect(repetitionOf(`${once} ${once}`).ngrams).toBe(0.5);
  expect(repetitionOf(`${once}\n${once}`).lines).toBe(0.5);
});

test('nine words again are none, ten are', () => {
  const text = (length: number) => [...words(0, 50), ...words(0, length), ...words(50, 91 - length)].join(' ');
  expect(repetitionOf(text(9)).ngrams).toBe(0);
  expect(repetitionOf(text(10)).ngrams).toBeCloseTo(10 / 91);
});

test('a loop of any period is almost all repetition', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (period) => {
      const loop = Array.from({ length: 40 * period + 40 }, (_, index) => `word${index % period}`).join(' ');
      expect(repetitionOf(loop).ngrams).toBeGreaterThan(0.85);
    }),
  );
});

test('shares are shares, and grow when the text is said again', () => {
  const sentence = fc.array(fc.constantFrom('tea', 'milk', '\n', '| a |', '- ', '1.', '`x`', '\n```\ncode\n```\n'), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(sentence, (parts) => {
      const text = parts.join(' ');
      const once = repetitionOf(text);
      const twice = repetitionOf(`${text}\n\n${text}`);
      for (const share of [once.lines, once.ngrams]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThan(1);
      }
      expect(twice.lines).toBeGreaterThanOrEqual(once.lines - 1e-9);
    }),
  );
});

test('table rows and code are no n-grams, a looping row is a repeated line', () => {
  const row = '| one | two | three | four | five | six | seven | eight | nine | ten | eleven |';
  const found = repetitionOf(`${row}\n${row}\n${row}\n${row}\n\`\`\`\n${'zero '.repeat(500)}\n\`\`\``);
  expect(found).toMatchObject({ words: 44, ngrams: 0, lines: 0.75 });
});

test.each([
  ['a'.repeat(300), 300],
  ['hahaha'.repeat(50), 300],
  [`${'lol'.repeat(40)}.`, 120],
  ['aGVsbG8gd29ybGQsIHRoaXMgaXMgYmFzZTY0IG9mIHNvbWUgdGV4dCB0aGF0IG5ldmVyIHJlcGVhdHMgaXRzZWxmIGF0IGFsbA', 0],
])('the run of %s', (text, run) => {
  expect(repetitionOf(text).run).toBe(run);
});

test('a megabyte of the worst is measured in a moment', () => {
  for (const text of ['a'.repeat(1e6), 'a '.repeat(5e5), '字'.repeat(1e6), '1. \n'.repeat(2.5e5), "a-'".repeat(3e5)]) {
    const start = performance.now();
    repetitionOf(text);
    expect(performance.now() - start).toBeLessThan(2000);
  }
});
