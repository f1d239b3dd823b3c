import { expect, test } from 'vitest';
import { saysOnly } from '../../src/measures/closedWords.ts';

const BUSY = { language: 'en', cue: 'busy|later', unless: 'never', words: 'we are busy now try* again later please' };

test('closed words alone, whatever stands between them', () => {
  const saysIt = saysOnly(BUSY);
  const says = (plain: string) => saysIt(plain, 0);
  expect(says('we are busy: trying again, later!')).toBe(true);
  expect(says('we are busy now (7f3a9c)')).toBe(true);
});

test('a word more, a missing cue, an exception, too few words', () => {
  const saysIt = saysOnly(BUSY);
  const says = (plain: string) => saysIt(plain, 0);
  expect(says('we are busy with bread')).toBe(false);
  expect(says('we are now again')).toBe(false);
  expect(says('try again later, we are never busy')).toBe(false);
  expect(says('busy now')).toBe(false);
});

test('so many others as are allowed', () => {
  expect(saysOnly(BUSY)('we are busy with now again', 0.2)).toBe(true);
  expect(saysOnly(BUSY)('we are busy with now again', 0.1)).toBe(false);
});

test('scripts without spaces are judged by the letters that are left', () => {
  const closed = { language: 'zh', cue: '繁忙', words: '系统 繁忙 请 稍后 再试', unspaced: true };
  expect(saysOnly(closed)('系统繁忙，请稍后再试。', 0)).toBe(true);
  expect(saysOnly(closed)('面包店繁忙，请稍后再试。', 0.1)).toBe(false);
});
