import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitToShow } from '../../src/service/looks/fitToShow.ts';

const asItIs = (text: string) => text;

test('whatever was written is shown in one line of at most 500 well-formed characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000, size: 'max' }), (text) => {
      const shown = fitToShow(text, asItIs);
      expect(shown.length).toBeLessThanOrEqual(500);
      expect(shown.isWellFormed()).toBe(true);
      expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
    }),
  );
});

test('short text is shown as it is', () => {
  expect(fitToShow('Danke, 谢谢, 👩‍👩‍👧!', asItIs)).toBe('Danke, 谢谢, 👩‍👩‍👧!');
  expect(fitToShow('two\n\tlines\u0000', asItIs)).toBe('two lines');
});

test('no character is cut through, be it made of several signs', () => {
  const family = '👩‍👩‍👧‍👧';
  const shown = fitToShow(family.repeat(60), asItIs);
  expect(shown).toBe(`${family.repeat(45)}…`);
});

test('it is scrubbed before it is cut, and of what is too long to be scrubbed nothing near the cut is shown', () => {
  const number = '+49 30 901820';
  const hide = (text: string) => text.replaceAll(number, '[PHONE]');
  const near = `${'x'.repeat(490)} ${number} and on`;
  expect(fitToShow(near, hide)).not.toContain('+49');
  // All of it but half a number is one long tag: what is left would be the half.
  const long = `${'y'.repeat(19_990)}${number}`;
  expect(fitToShow(long, (text) => text.replace(/y+/, '[SECRET]'))).toBe('…');
});
