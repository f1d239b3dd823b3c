import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEcho } from '../../src/measures/echo.ts';

/** The rule without the ways out: both texts brought to a plain form and compared. */
function slowEcho(question: string, answer: string): boolean {
  const label = /^[\s"'“”„«»]{0,4}[\p{L}\s]{1,32}[:：]/u;
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/^[\s"'“”„«»]+/u, '')
      .replace(/[\s"'“”„«»]{1,8}$/u, '');
  const same = (asked: string, said: string): boolean =>
    said === asked || (said.startsWith(asked) && said.length === asked.length + 1 && /[.?!。？！]$/u.test(said));
  const asked = plain(question);
  const said = plain(answer);
  return same(asked, said) || (label.test(answer.slice(0, 40)) && same(asked, plain(said.replace(label, ''))));
}

test.each([
  ['Wie heißt der Fluss in Köln?', 'Frage：Wie heißt der Fluss in Köln?'],
  ['Which river runs through Cologne?', 'You asked: which river runs through Cologne?'],
  ['İstanbul hangi ülkede', 'i\u0307stanbul hangi ülkede'],
  ['??', '"??"'],
])('%s is echoed by %s', (question, answer) => {
  expect(isEcho(question, answer)).toBe(true);
});

const word = fc.constantFrom(
  'Tell',
  'me',
  'ÉCOLE',
  'İz',
  'ΣΑΣ',
  '"',
  "'",
  ' ',
  '\n',
  '?',
  '好',
  '😀',
  'it’s',
  '𐐀',
  'i\u0307z',
);
const question = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const label = fc.constantFrom('', 'You asked: ', '“Frage：', 'a:', '1: ');
const disguise = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.toLowerCase(),
  (text: string) => ` "${text}" `,
  (text: string) => `${text}?`,
  (text: string) => `${text}x`,
  (text: string) => text.slice(1),
);

test('an echo is what the plain forms say, in any text', () => {
  let echoes = 0;
  fc.assert(
    fc.property(question, question, label, disguise, fc.boolean(), (asked, other, before, change, same) => {
      const answer = before + change(same ? asked : other);
      if (isEcho(asked, answer)) echoes++;
      // Texts of very different length are no echoes, whatever their plain forms: white space is no part of those.
      if (Math.abs(answer.length - asked.length) < asked.length / 10)
        expect(isEcho(asked, answer)).toBe(slowEcho(asked, answer));
      else if (isEcho(asked, answer)) expect(slowEcho(asked, answer)).toBe(true);
    }),
    { numRuns: 5000 },
  );
  expect(echoes).toBeGreaterThan(500);
});
