import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCardNumber } from '../../src/pipeline/scrub/card/ranges.ts';
import { DETECTORS } from '../../src/pipeline/scrub/detectors.ts';
import { IBAN_LENGTHS } from '../../src/pipeline/scrub/iban/lengths.ts';
import { fold } from '../../src/pipeline/scrub/reading/fold.ts';
import { ACTIONS, type Action } from '../../src/pipeline/scrub/replace.ts';
import { mergeFindings } from '../../src/pipeline/scrub/spans.ts';
import { finderOf, mark, scrubberOf } from './marked.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

/** Appends the check digit that makes the sum right (ISO/IEC 7812-1, annex B), found by trying all ten. */
function withLuhn(number: string): string {
  const check = [...'0123456789'].find((digit) => luhnSum(number + digit) % 10 === 0);
  return number + (check ?? '');
}

function luhnSum(number: string): number {
  return [...number].reverse().reduce((sum, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return sum + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
}

function ibanOf(country: string, account: string): string {
  const numeral = [...`${account}${country}00`].map((sign) => String(Number.parseInt(sign, 36))).join('');
  return `${country}${String(98n - (BigInt(numeral) % 97n)).padStart(2, '0')}${account}`;
}

const card = fc
  .tuple(fc.constantFrom('4', '51', '55', '2221', '6011', '3528'), digits(15))
  .map(([prefix, rest]) => withLuhn((prefix + rest).slice(0, 15)));
const inFours = fc.constantFrom('', ' ', '-');
const iban = fc
  .constantFrom(...IBAN_LENGTHS)
  .chain(([country, length]) => digits(length - 4).map((account) => ibanOf(country, account)));
const email = fc
  .tuple(
    fc.stringMatching(/^[a-z0-9](?:[a-z0-9._+-]{0,20}[a-z0-9])?$/),
    fc.stringMatching(/^[a-z](?:[a-z0-9-]{0,12}[a-z0-9])?$/),
    fc.constantFrom('example', 'com', 'org', 'co.uk', 'info', 'museum'),
  )
  .filter(([local]) => !/^(?:git|hg|svn)$/.test(local))
  .map(([local, domain, top]) => `${local}@${domain}.${top}`);
const words = fc.array(fc.constantFrom('the', 'Ärger', '你好', 'x = 3;', '12', '[EMAIL]', '😀', '\n', '`a`'), {
  maxLength: 8,
});
const rubbish = fc.array(
  fc.constantFrom(
    ...[
      '0',
      '1',
      '41',
      '555',
      '4111',
      '1111',
      '2001',
      '+',
      '(',
      ')',
      ' ',
      '-',
      '.',
      '/',
      ':',
      '::',
      '@',
      'a',
      'fe80',
      'call',
      '\n',
    ],
    ...[
      '://',
      'x@y.de',
      '[PHONE]',
      '****1111',
      '4111111111111111',
      '415-555-0123',
      '192.0.2.1',
      'GB82WEST12345698765432',
      'at',
      'dot com',
    ],
  ),
  { maxLength: 30 },
);

describe('what is planted is found', () => {
  const plants = {
    EMAIL: email,
    IBAN: iban,
    CREDIT_CARD: fc.tuple(card, inFours).map(([number, gap]) => grouped(number, gap)),
  };
  test.each(Object.entries(plants))('%s', (entity, values) => {
    const find = finderOf(entity);
    const scrub = scrubberOf();
    fc.assert(
      fc.property(words, values, words, (before, value, after) => {
        const head = before.map((word) => `${word} , `).join('');
        const text = `${head}${value} , ${after.join(' , ')}`;
        expect(mark(text, find(text))).toContain(`«${value}»`);
        const scrubbed = scrub(text);
        expect(scrubbed).toContain(`[${entity}]`);
        expect(scrubbed).not.toContain(value);
      }),
    );
  });

  test('IBANs in groups of four, in capitals or not', () => {
    const find = finderOf('IBAN');
    fc.assert(
      fc.property(iban, fc.boolean(), (number, lower) => {
        const text = grouped(lower ? number.toLowerCase() : number, ' ');
        expect(mark(text, find(text))).toBe(`«${text}»`);
      }),
    );
  });
});

function grouped(number: string, gap: string): string {
  return number.match(/.{1,4}/g)?.join(gap) ?? number;
}

describe('what is wrong is not found', () => {
  test('a card number with another digit', () => {
    fc.assert(
      fc.property(card, fc.nat(15), fc.integer({ min: 1, max: 9 }), (number, place, more) => {
        const wrong = [...number]
          .map((digit, at) => (at === place ? String((Number(digit) + more) % 10) : digit))
          .join('');
        expect(isCardNumber(wrong)).toBe(false);
        expect(finderOf('CREDIT_CARD')(`card ${wrong}.`)).toEqual([]);
      }),
    );
  });

  test('an IBAN with other check digits', () => {
    fc.assert(
      fc.property(iban, fc.integer({ min: 1, max: 96 }), (number, more) => {
        const check = String((Number(number.slice(2, 4)) + more) % 97).padStart(2, '0');
        fc.pre(Number(check) >= 2);
        expect(finderOf('IBAN')(number.slice(0, 2) + check + number.slice(4))).toEqual([]);
      }),
    );
  });
});

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    rubbish.map((parts) => parts.join('')),
  );

  test('spans of every detector are sorted, apart and inside the text', () => {
    const finders = DETECTORS.map(({ entity }) => finderOf(entity));
    fc.assert(
      fc.property(texts, (text) => {
        for (const find of finders) expectApart(find(text), text.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('scrubbed twice is scrubbed once, whatever the actions', () => {
    const action = fc.constantFrom(...ACTIONS.filter((name): name is Action => name !== 'drop'));
    const actions = fc.tuple(...DETECTORS.map(({ entity }) => action.map((name) => [entity, name] as const)));
    fc.assert(
      fc.property(texts, actions, (text, chosen) => {
        const scrub = scrubberOf(chosen);
        const once = scrub(text);
        expect(scrub(once ?? '')).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('folding keeps every position', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
    expect(fold('٠٩ ۰۹ ०९ ０９ a\u00a0b‑c–d＠')).toBe('09 09 09 09 a b-c-d@');
  });
});

test('merged findings are sorted, apart, and cover what the findings cover', () => {
  const finding = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 15 }), fc.nat(5))
    .map(([start, length, priority]) => ({ start, end: start + length, priority, score: 1 }));
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 12 }), (findings) => {
      const merged = mergeFindings(findings);
      expectApart(merged, 75);
      expect(covered(merged)).toEqual(covered(findings));
    }),
  );
});

function expectApart(spans: readonly { start: number; end: number }[], length: number): void {
  let end = 0;
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThan(span.start);
    end = span.end;
  }
  expect(end).toBeLessThanOrEqual(length);
}

function covered(spans: readonly { start: number; end: number }[]): number[] {
  const places = spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, offset) => start + offset));
  return [...new Set(places)].sort((a, b) => a - b);
}
