import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFinder } from '../../src/pipeline/scrub/finder.ts';
import { decodeText } from '../../src/pipeline/scrub/reading/decode.ts';
import { detectorOf, mark, REGIONS } from './marked.ts';

const find = createFinder({ regions: REGIONS });

describe('what is written in a code is found where it stands', () => {
  test.each([
    'mail «ann&#64;example.com», or «ann&#x40;example&period;com»',
    'q=«ann%40example.com»&x=%C3%A9',
    'card «4111\u200b1111\u200b1111\u200b1111»!',
    'card «4111&nbsp;1111&nbsp;1111&nbsp;1111»',
    'call «৪১৫-৫৫৫-০১২৩» or «+๑ ๔๑๕ ๕๕๕ ๐๑๒๓»',
    'call «𝟜𝟙𝟝-𝟝𝟝𝟝-𝟘𝟙𝟚𝟛»',
    'call «4️⃣1️⃣5️⃣-555-0123»',
    'mail «an\u00adn@exam\u200bple.com» now\u200b',
    'tel:«%2B1%20415%20555%200123»',
  ])('%s', (marked) => {
    const text = marked.replace(/[«»]/g, '');
    expect(mark(text, find(text))).toBe(marked);
  });

  test('and what is no code stays as it is', () => {
    for (const text of ['AT&T, R&D; 100% of 20%', 'a %zz %C3 &nosuchname; 你好 👍 12:30'])
      expect(decodeText(text)?.text ?? text).toBe(text);
  });
});

test('every unit of the decoded text has a place, in order, and the places cover what they stand for', () => {
  const parts = fc.constantFrom('&#64;', '%40', '%C3%A9', '\u200b', '7', '৭', '𝟟', 'é', 'ab', '👍', '%', '&');
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 20 }), (array) => {
      const text = array.join('');
      const decoded = decodeText(text);
      if (decoded === undefined) return;
      let end = 0;
      let before = 0;
      for (let at = 0; at < decoded.text.length; at++) {
        const start = decoded.startOf(at);
        expect(start).toBeGreaterThanOrEqual(before);
        before = start;
        end = decoded.endOf(at + 1);
        expect(end).toBeGreaterThan(start);
        const raw = text.slice(start, end);
        if (raw.length === 1 && raw < '\u0080') expect(decoded.text[at]).toBe(raw);
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('there may be more findings than a call has room for', () => {
  const findEmails = createFinder({ regions: REGIONS }, [detectorOf('EMAIL')]);
  expect(findEmails('a%40example.com '.repeat(300_000))).toHaveLength(300_000);
});
