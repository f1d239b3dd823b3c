import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitCode } from '../../src/measures/code.ts';
import { type Repetition, repetitionOf } from '../../src/measures/repetition.ts';
import { wordsOf } from '../../src/measures/words.ts';
import { anyText, nastyText } from './anyText.ts';

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

/** The same with lists and sets of strings: slow, and plain to read. `run` is left out. */
function slowRepetition(text: string): Omit<Repetition, 'run'> {
  const prose = splitCode(text).filter((segment) => !segment.code);
  const lines = prose
    .flatMap((segment) => segment.text.split('\n'))
    .map((line) => line.replace(/^[ \t]*(?:\d+[.):]|[-*+•])?[ \t]*/, ''))
    .map((body) => ({ body, words: wordsOf(body) }))
    .filter((line) => line.words.length > 0);
  const repeated = lines.filter(({ words }, place) =>
    lines.slice(0, place).some((before) => before.words.join(' ') === words.join(' ')),
  );
  const length = (some: typeof lines): number => some.reduce((sum, { body }) => sum + body.length, 0);
  const words = lines.flatMap((line) => (line.body.startsWith('|') ? [] : line.words));
  const seen = new Set<string>();
  const covered = new Set<number>();
  for (let start = 0; start + 10 <= words.length; start++) {
    const ngram = words.slice(start, start + 10);
    if (ngram.filter((word) => /^[0-9]/.test(word)).length > 5) continue;
    if (seen.has(ngram.join(' '))) for (let place = start; place < start + 10; place++) covered.add(place);
    seen.add(ngram.join(' '));
  }
  return {
    words: lines.reduce((sum, line) => sum + line.words.length, 0),
    lines: lines.length === 0 ? 0 : length(repeated) / length(lines),
    ngrams: words.length === 0 ? 0 : covered.size / words.length,
  };
}

const piece = fc.constantFrom(
  'tea ',
  'milk ',
  '7 ',
  '字',
  '\n',
  '\n| a | b |',
  '\n- ',
  '\n  12. ',
  '`x`',
  '\n```\nx\n```\n',
);
const repetitive = fc
  .tuple(fc.array(piece, { maxLength: 15 }), nastyText, fc.array(fc.constantFrom(0, 1, 2), { maxLength: 12 }))
  .map(([pieces, nasty, order]) => order.map((which) => [pieces.join(''), nasty, '\n'][which]).join(' '));

test('it is what lists of words and lines say, in any text', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: repetitive }, { weight: 1, arbitrary: anyText }), (text) => {
      const { words, lines, ngrams } = repetitionOf(text);
      const slow = slowRepetition(text);
      expect(words).toBe(slow.words);
      expect(lines).toBeCloseTo(slow.lines, 9);
      expect(ngrams).toBeCloseTo(slow.ngrams, 9);
    }),
    { numRuns: 1000 },
  );
});
