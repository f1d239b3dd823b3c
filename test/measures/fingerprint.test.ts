import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fingerprinter } from '../../src/measures/fingerprint.ts';
import { SIGNATURE_BYTES, similarity } from '../../src/measures/minhash.ts';
import { anyText } from './anyText.ts';

const reader = new Fingerprinter(3);

/** Hash of texts spoken in turn by roles 1 and 2. */
function hashOf(...texts: string[]): number {
  reader.reset();
  for (const [turn, text] of texts.entries()) reader.add(text, 1 + (turn % 2));
  return reader.hash();
}

function wordsIn(text: string): number {
  hashOf(text);
  return reader.words;
}

function resemblance(one: string, other: string, ngram = 3): number {
  const fingerprint = new Fingerprinter(ngram);
  const signatures = new Uint8Array(2 * SIGNATURE_BYTES);
  for (const [row, text] of [one, other].entries()) {
    fingerprint.reset();
    fingerprint.add(text, 1);
    fingerprint.writeSignature(signatures, row * SIGNATURE_BYTES);
  }
  return similarity(signatures, 0, 1);
}

describe('the hash of a text', () => {
  test.each([
    ['case', 'Hello World', 'hello WORLD'],
    ['case beyond ASCII', 'ÉCOLE Привет', 'école привет'],
    ['white space', ' hello\n\n\tworld ', 'hello world'],
    ['white space of Unicode', 'hello\u00a0\u3000world\u2003', 'hello world'],
    ['punctuation', '"Hello, world!" (really?)', 'hello world really'],
    ['punctuation of Unicode', '«Hello» — world… “really”', 'hello world really'],
    ['CJK punctuation', '你好，世界。', '你好世界'],
    ['spaces between Han', '你好 世界', '你好世界'],
    ['full-width punctuation', 'ok！（ok）', 'ok ok'],
    ['a byte-order mark', '\ufeffhello', 'hello'],
    ['a hyphen before a number', 'covid-19', 'covid 19'],
    ['an end mark before a word', 'Hi!there', 'Hi there'],
  ])('does not heed %s', (_note, one, other) => {
    expect(hashOf(one)).toBe(hashOf(other));
  });

  test.each([
    ['signs of arithmetic', '2+2', '2*2'],
    ['a sign and none', '2 + 2', '2 - 2'],
    ['signs of comparison', 'a < b', 'a > b'],
    ['the minus of a number', '2 -2', '2 2'],
    ['the "not" of code', 'if !done', 'if done'],
    ['"unequal"', 'a != b', 'a = b'],
    ['currencies', '$5', '€5'],
    ['numbers', 'version 1', 'version 2'],
    ['order', 'dog bites man', 'man bites dog'],
    ['where a word ends', 'no where', 'nowhere'],
    ['repetition', 'very good', 'very very good'],
    ['underscores', 'foo_bar', 'foo bar'],
    ['marks on letters', 'resume', 'résumé'],
    ['emoji', 'fine 👍', 'fine 👎'],
    ['the order of Han', '上海', '海上'],
    ['the iteration mark', '人々', '人'],
    ['kana', 'はい', 'いいえ'],
    ['Hangul', '네', '아니요'],
    ['Thai', 'ใช่', 'ไม่'],
    ['Arabic', 'نعم', 'لا'],
    ['nothing and something', '', 'x'],
  ])('heeds %s', (_note, one, other) => {
    expect(hashOf(one)).not.toBe(hashOf(other));
  });

  test('heeds who says it, and where a turn ends', () => {
    const [apart, other, together] = [hashOf('a b', 'c'), hashOf('a', 'b c'), hashOf('a b c')];
    expect(new Set([apart, other, together, hashOf('', 'a b c'), hashOf('a b', 'c', '')]).size).toBe(5);
    reader.reset();
    reader.add('a', 2);
    expect(reader.hash()).not.toBe(hashOf('a'));
  });

  test('is the same for one instance and for many, and can be read in between', () => {
    const fresh = new Fingerprinter(3);
    fresh.reset();
    fresh.add('hello', 1);
    expect(fresh.hash()).toBe(hashOf('hello'));
    fresh.add('world', 2);
    expect(fresh.hash()).toBe(hashOf('hello', 'world'));
  });

  test('tells 200,000 short texts apart', () => {
    const found = new Set<number>();
    for (let one = 0; one < 400; one++) {
      for (let other = 0; other < 250; other++) {
        found.add(hashOf(`${one} ${other}`));
        found.add(hashOf(`w${one}`, `w${other}`));
      }
    }
    expect(found.size).toBe(200_000);
  });

  test('is that of the words alone, whatever stands between them', () => {
    const word = fc.stringMatching(/^[a-z0-9é你]{1,6}$/);
    const between = fc.constantFrom(' ', ', ', '. ', '\n', ' — ', '!? ', '\u3000');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, between)), (pieces) => {
        const spread = pieces.map(([text, gap]) => text.toUpperCase() + gap).join('');
        expect(hashOf(spread)).toBe(hashOf(pieces.map(([text]) => text).join(' ')));
      }),
    );
  });
});

test.each([
  ['', 0],
  ['?!', 0],
  ['hello, world', 2],
  ['2 + 2 = 4', 5],
  ['你好，世界', 4],
  ['สวัสดี', 6],
  ['ｶﾅ', 2],
  ['ㄅㄆㄇ', 3],
  ['안녕 하세요', 2],
  ['a_b c-d', 3],
])('%j has %i words and signs', (text, count) => {
  expect(wordsIn(text)).toBe(count);
});

/** The same tokens by a regex over small letters: slow, and plain to read. */
const ALONE =
  '[+*/=<>#$%&@^|~\\\\{}\\[\\]\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u19e0-\\u19ff\\u3040-\\u312f\\u31f0-\\u31ff\\u3400-\\u9fff\\ua9e0-\\ua9ff\\uaa60-\\uaa7f\\uf900-\\ufaff\\uff66-\\uff9f]';
const LETTER =
  '[a-z0-9_\\u00c0-\\u0dff\\u0f00-\\u0fff\\u10a0-\\u177f\\u1800-\\u19df\\u1a00-\\u1fff\\u2070-\\u2fff\\u3005\\u3130-\\u31ef\\u3200-\\u33ff\\ua000-\\ua9df\\uaa00-\\uaa5f\\uaa80-\\uf8ff\\ufb00-\\ufdff\\ufe10-\\ufefe\\uff00\\uff10-\\uff19\\uff21-\\uff65\\uffa0-\\uffff]';
const TOKEN = new RegExp(`${ALONE}|${LETTER}+|(?<![a-z0-9_])(?:-(?=[0-9])|!(?=[a-z0-9_]))|!(?==)`, 'g');

test('tokens are what the regex says, in any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const tokens = text.toLowerCase().match(TOKEN) ?? [];
      expect(wordsIn(text)).toBe(tokens.length);
      // Spaces between them part nothing, but a minus or a "not" would lose what it stands for.
      const spread = tokens.map((token) => (/[-!]/.test(token) ? `\n${token}` : `${token} `)).join('');
      expect(hashOf(text)).toBe(hashOf(spread));
    }),
    { numRuns: 3000 },
  );
});

describe('the signature of a text', () => {
  const words = (from: number, count: number): string =>
    Array.from({ length: count }, (_, n) => `w${from + n}`).join(' ');

  test('is equal for equal words, and unlike for unlike words', () => {
    expect(resemblance(words(0, 50), words(0, 50).toUpperCase())).toBe(1);
    expect(resemblance(words(0, 50), words(100, 50))).toBeLessThan(0.1);
  });

  test('estimates the share of word n-grams in common', () => {
    // 102 words each, 100 trigrams; the first 62 words agree: 60 trigrams in common of 140.
    const estimate = resemblance(words(0, 102), `${words(0, 62)} ${words(500, 40)}`);
    expect(Math.abs(estimate - 60 / 140)).toBeLessThan(0.1);
    const shuffled = words(0, 100).split(' ').reverse().join(' ');
    expect(resemblance(words(0, 100), shuffled), 'order counts').toBeLessThan(0.1);
    expect(resemblance(words(0, 100), shuffled, 1), 'not for single words').toBe(1);
  });

  test('is the same for one long text and for its words one by one', () => {
    const list = words(0, 3000).split(' ');
    const signatures = [[list.join(' ')], list].map((texts) => {
      reader.reset();
      for (const text of texts) reader.add(text, 1);
      const signature = new Uint8Array(SIGNATURE_BYTES);
      reader.writeSignature(signature, 0);
      return signature;
    });
    expect(signatures[0]).toEqual(signatures[1]);
  });

  test.each([1, 2, 3, 5, 10])('goes by the n-grams asked for: %i words', (ngram) => {
    const text = words(0, 200);
    const changed = text.replace(/w(\d*[05]0)\b/g, 'x$1'); // three words of 200, none near the ends or each other
    const shingles = (of: string): Set<string> => {
      const list = of.split(' ');
      return new Set(list.slice(ngram - 1).map((_, at) => list.slice(at, at + ngram).join(' ')));
    };
    const [one, other] = [shingles(text), shingles(changed)];
    const common = [...one].filter((shingle) => other.has(shingle)).length;
    const exact = common / (one.size + other.size - common);
    expect(Math.abs(resemblance(text, changed, ngram) - exact)).toBeLessThan(0.1);
  });
});

test('reads 1 MB of anything in less than a second and a half', () => {
  for (const text of ['a', 'a ', '+', ' ', '你', '👍', '\ud800', 'é,']) {
    const long = text.repeat(1_000_000 / text.length);
    const began = performance.now();
    hashOf(long);
    expect(performance.now() - began, JSON.stringify(text)).toBeLessThan(1500);
  }
});

test('without a signature the hashes and counts are the same', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 4 }), (texts) => {
      const [signed, bare] = [new Fingerprinter(3), new Fingerprinter(0)].map((fingerprinter) => {
        fingerprinter.reset();
        for (const [role, text] of texts.entries()) fingerprinter.add(text, role % 2);
        return [fingerprinter.hash(), fingerprinter.words];
      });
      expect(bare).toEqual(signed);
    }),
  );
});
