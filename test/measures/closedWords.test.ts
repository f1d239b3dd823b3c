import { expect, test } from 'vitest';
import { saysOnly } from '../../src/measures/closedWords.ts';

const BUSY = { language: 'en', cue: 'busy|later', unless: 'never', words: 'we are busy now try* again later please' };

test('closed words alone, whatever stands between them', () => {
  const says = saysOnly(BUSY, 0);
  expect(says('we are busy: trying again, later!')).toBe(true);
  expect(says('we are busy now (7f3a9c)')).toBe(true);
});

test('a word more, a missing cue, an exception, too few words', () => {
  const says = saysOnly(BUSY, 0);
  expect(says('we are busy with bread')).toBe(false);
  expect(says('we are now again')).toBe(false);
  expect(says('try again later, we are never busy')).toBe(false);
  expect(says('busy now')).toBe(false);
});

test('so many others as are allowed', () => {
  expect(saysOnly(BUSY, 0.2)('we are busy with now again')).toBe(true);
  expect(saysOnly(BUSY, 0.1)('we are busy with now again')).toBe(false);
});

test('scripts without spaces are judged by the letters that are left', () => {
  const closed = { language: 'zh', cue: '繁忙', words: '系统 繁忙 请 稍后 再试', unspaced: true };
  expect(saysOnly(closed, 0)('系统繁忙，请稍后再试。')).toBe(true);
  expect(saysOnly(closed, 0.1)('面包店繁忙，请稍后再试。')).toBe(false);
});
