import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lettersOf } from '../../src/measures/languageScript.ts';

describe('lettersOf', () => {
  test('counts letters and marks, in whatever plane', () => {
    const sign = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom(
        'a',
        'é',
        'e\u0301',
        'の',
        '한',
        'ʰ',
        '7',
        '٣',
        '½',
        '𝐀',
        '𝟎',
        '😀',
        '\ud800',
        '\udc00',
        ' ',
        '-',
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 200, size: 'max' }), (text) => {
        expect(lettersOf(text).count).toBe(text.match(/[\p{L}\p{M}]/gu)?.length ?? 0);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['four signs of a script', 'αβγδ', 'el'],
    ['three of them', 'αβγ', undefined],
    ['as many letters of another script', 'αβγδ abcd', 'el'],
    ['one more of them', 'αβγδ abcde', undefined],
    ['twice as many letters as Hangul', '한국어말 abcdefgh', 'ko'],
    ['one more of them', '한국어말 abcdefghi', undefined],
    ['two scripts, half each: the first', 'αβγδ שלום', 'el'],
    ['two scripts, half each: the first', 'שלום αβγδ', 'he'],
    ['Han alone', '东京天气', 'zh'],
    ['Han with one kana in ten', '的东京天气怎么样呢の', 'ja'],
    ['Han with one kana in eleven', '的东京天气怎么样呢吗の', 'zh'],
    ['kana alone', 'カタカナ', 'ja'],
    ['Han first, then kana: both are Japanese', '東京の天気は', 'ja'],
    ['Hangul and as much Han: the first', '한국어말 东京天气', 'ko'],
    ['marks and digits do not weigh', 'กินข้าว 123456789', 'th'],
    ['Cyrillic, Arabic and Devanagari have several languages', 'привет مرحبا नमस्ते', undefined],
    ['letters of the highest planes have none', '𝐀𝐁𝐂𝐃𝐄', undefined],
    ['nothing', '', undefined],
  ])('%s: %s', (_, text, language) => {
    expect(lettersOf(text).language).toBe(language);
  });

  test('one text leaves nothing behind for the next', () => {
    lettersOf('东京天气东京天气');
    expect(lettersOf('αβγδ')).toEqual({ count: 4, language: 'el' });
  });
});
