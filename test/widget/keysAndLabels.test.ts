import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENGLISH, labelsOf } from '../../src/widget/labels.ts';
import { starAfter } from '../../src/widget/starKeys.ts';

const keys = (key: string, more = {}) => ({ key, altKey: false, ctrlKey: false, metaKey: false, ...more });

test.each([
  ['ArrowRight', 1, 2],
  ['ArrowRight', 5, 1],
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 1, 5],
  ['ArrowDown', 4, 5],
  ['ArrowUp', 1, 5],
  ['Home', 4, 1],
  ['End', 2, 5],
  ['a', 2, undefined],
  ['Enter', 2, undefined],
])('%s on star %i leads to %s', (key, star, expected) => {
  expect(starAfter(keys(key), star, false)).toBe(expected);
});

test('where writing goes from right to left, so do stars', () => {
  expect(starAfter(keys('ArrowLeft'), 1, true)).toBe(2);
  expect(starAfter(keys('ArrowRight'), 1, true)).toBe(5);
  expect(starAfter(keys('ArrowDown'), 1, true)).toBe(2);
  expect(starAfter(keys('Home'), 4, true)).toBe(1);
});

test.each(['altKey', 'ctrlKey', 'metaKey'])('with %s it is the browser’s', (modifier) => {
  expect(starAfter(keys('ArrowLeft', { [modifier]: true }), 3, false)).toBeUndefined();
});

test('words are English unless an attribute says otherwise', () => {
  const german: Readonly<Record<string, string>> = { 'label-star': '{n} von 5 Sternen', 'label-up': '' };
  const label = labelsOf((name) => german[name] ?? null);
  expect(label('star', 3)).toBe('3 von 5 Sternen');
  expect(label('up')).toBe('');
  expect(label('thanks')).toBe(ENGLISH.thanks);
  expect(labelsOf(() => null)('star', 2)).toBe('2 of 5 stars');
});

test('the page on the widget names every word of it', () => {
  const page = readFileSync(new URL('../../docs/widget.md', import.meta.url), 'utf8');
  const named = [...page.matchAll(/^\| `label-([a-z]+)` \| (.*) \|$/gm)].map(([, name, words]) => [name, words]);
  expect(named).toEqual(Object.entries(ENGLISH));
});
