import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '../../src/pipeline/conversation.ts';
import { BenchmarkBuilder } from '../../src/pipeline/decontaminate/benchmark.ts';
import { SharedTextFinder, textsOf } from '../../src/pipeline/decontaminate/sharedText.ts';

/** Few words, so that runs of them are shared often. */
const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 }).map((words) => words.join(' '));
const row = fc.array(text, { minLength: 1, maxLength: 3 });
const messages = fc
  .array(fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const, 'tool' as const), content: text }), {
    maxLength: 4,
  })
  .map((list): Message[] => list.map((message, index) => ({ ...message, index })));

const OPTIONS = { ngram: 5, min_words: 3, max_rows: 254 };

const wordsOf = (content: string): string[] => content.split(' ').filter((word) => word !== '');

/** The longest run of a text's words, of `ngram` and more, all of whose n-grams stand in some text of the benchmark. */
function longestByHand(content: string, texts: readonly string[]): number {
  const words = wordsOf(content);
  const theirs = texts.map((other) => ` ${wordsOf(other).join(' ')} `);
  const isShared = (start: number): boolean => {
    const gram = words.slice(start, start + OPTIONS.ngram);
    return gram.length === OPTIONS.ngram && theirs.some((other) => other.includes(` ${gram.join(' ')} `));
  };
  let longest = 0;
  let run = 0;
  for (let start = 0; start < words.length; start++) {
    run = isShared(start) ? run + 1 : 0;
    if (run > 0) longest = Math.max(longest, OPTIONS.ngram + run - 1);
  }
  return longest;
}

function hasWholeByHand(content: string, texts: readonly string[]): boolean {
  return texts.some((other) => {
    const { length } = wordsOf(other);
    return length >= OPTIONS.min_words && length < OPTIONS.ngram && ` ${content} `.includes(` ${other} `);
  });
}

test('finds the runs of words that a search by hand finds, and no others', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), messages, (rows, conversation) => {
      const builder = new BenchmarkBuilder(OPTIONS);
      for (const texts of rows) builder.add([texts]);
      const found = new SharedTextFinder(builder.finish()).find(conversation);
      const all = rows.flat();
      const asked = textsOf(conversation);
      const at = asked.find((content) => longestByHand(content, all) > 0 || hasWholeByHand(content, all));
      if (at !== undefined) {
        expect(found?.message === undefined ? undefined : conversation[found.message]?.content).toBe(at);
        const longest = longestByHand(at, all);
        if (longest > 0) expect(found).toMatchObject({ words: longest, whole: false });
        else expect(found).toMatchObject({ whole: true });
        return;
      }
      const isRow = asked.length > 1 && asked.some((content) => content !== '');
      const same = rows.some((texts) => texts.length > 1 && JSON.stringify(texts) === JSON.stringify(asked));
      expect(found !== undefined).toBe(isRow && same);
    }),
    { numRuns: 2000 },
  );
});

test('a long text is found wherever a piece of it stands', () => {
  const words = Array.from({ length: 5000 }, (_, place) => `word${place}`);
  const builder = new BenchmarkBuilder({ ngram: 13, min_words: 8, max_rows: 10 });
  builder.add([[words.join(' ')]]);
  const finder = new SharedTextFinder(builder.finish());
  for (let start = 0; start + 13 <= words.length; start += 97) {
    const content = `before ${words.slice(start, start + 13).join(', ')} after`;
    expect(finder.find([{ role: 'user', content, index: 0 }])).toEqual({ words: 13, whole: false, message: 0 });
    const short = `before ${words.slice(start, start + 12).join(', ')} after`;
    expect(finder.find([{ role: 'user', content: short, index: 0 }])).toBeUndefined();
  }
});

test('what was asked and answered of a thousand rows is all found, and nothing else', () => {
  const builder = new BenchmarkBuilder({ ngram: 13, min_words: 8, max_rows: 10 });
  const sentence = (number: number): string =>
    Array.from({ length: 20 }, (_, place) => `n${(number * 7919 + place * 104729) % 99991}`).join(' ');
  for (let number = 0; number < 1000; number++) builder.add([[sentence(number)]]);
  const finder = new SharedTextFinder(builder.finish());
  const find = (number: number) => finder.find([{ role: 'assistant', content: sentence(number), index: 0 }]);
  for (let number = 0; number < 1000; number++) expect(find(number)?.words).toBe(20);
  for (let number = 1000; number < 5000; number++) expect(find(number)).toBeUndefined();
});
