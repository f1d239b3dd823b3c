import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDate, isShortDate, isTime } from '../../src/pipeline/scrub/ids/dates.ts';
import { isFreeAfter, isFreeBefore } from '../../src/pipeline/scrub/ids/edges.ts';
import { layoutsOf, matchAt } from '../../src/pipeline/scrub/ids/layouts.ts';
import { isCalledOther, isInSum } from '../../src/pipeline/scrub/ids/otherNumbers.ts';
import { readText } from '../../src/pipeline/scrub/reading/readText.ts';
import { finderOf, mark, scrubberOf } from './marked.ts';

describe('a layout', () => {
  const groups = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });
  const joiner = fc.constantFrom('-', '.', '/', ':', ' ');

  test('finds what is written as it is, and not what is written otherwise', () => {
    fc.assert(
      fc.property(groups, joiner, joiner, (lengths, sign, other) => {
        const layout = layoutsOf([lengths.join(sign)])[lengths[0] ?? 0]?.[0];
        const written = lengths.map((length) => '1'.repeat(length)).join(sign);
        const { traits } = readText(written);
        const match = layout && matchAt(written, traits.numbers, 0, layout);
        expect(match).toMatchObject({ start: 0, end: written.length, digits: written.replace(/\D/g, '') });

        const elsewise = written.replaceAll(sign, other);
        const found = layout && matchAt(elsewise, traits.numbers, 0, layout);
        expect(found !== undefined).toBe(elsewise === written);
      }),
    );
  });

  test.each([
    ['12-34', '2-2', 'tight'],
    ['12-\n34', '2-2', 'tight'],
    ['12-\r\n34', '2-2', 'tight'],
    ['12 - 34', '2-2', 'loose'],
    ['12 -34', '2-2', 'none'],
    ['12\n34', '2-2', 'none'],
    ['12\n34', '2 2', 'tight'],
    ['12\r\n34', '2 2', 'tight'],
    ['12\n\n34', '2 2', 'none'],
    ['12  34', '2 2', 'none'],
  ])('%j is written as %s: %s', (text, picture, joint) => {
    const layout = layoutsOf([picture])[2]?.[0];
    const match = layout && matchAt(text, readText(text).traits.numbers, 0, layout);
    expect(match === undefined ? 'none' : match.loose ? 'loose' : 'tight').toBe(joint);
  });

  test('of several the longest is tried first', () => {
    const [first, second] = layoutsOf(['3-2', '3-2-4'])[3] ?? [];
    expect([first?.groups, second?.groups]).toEqual([
      [3, 2, 4],
      [3, 2],
    ]);
  });
});

describe('the edges of a number', () => {
  test.each(['«1»', ': «1»', '(«1»)', 'SSN-«1».', 'ssn=«1»,', '你«1»好', '\n«1»\n', '#«1»', 'is «1»-', 'a, «1»; '])(
    '%j is whole',
    (marked) => expect(isWhole(marked)).toBe(true),
  );

  test.each([
    ...['a«1»', '_«1»', '0.«1»', '2-«1»', 'x1-«1»', '$«1»', '+«1»', '+44 «1»', '/a/«1»', '1:«1»'],
    ...['«1»a', '«1»_', '«1».5', '«1»-5', '«1»-a', '«1»%', '«1»@x', '«1»/5', '«1»,5', '«1»:5'],
  ])('%j is part of more', (marked) => expect(isWhole(marked)).toBe(false));

  function isWhole(marked: string): boolean {
    const text = marked.replace(/[«»]/g, '');
    return isFreeBefore(text, marked.indexOf('«')) && isFreeAfter(text, marked.indexOf('»') - 1);
  }
});

describe('what says that a number is something else', () => {
  test.each(['order ', 'Order number: ', 'invoice no. #', 'sipariş numarası ', 'tracking code is ', '我的订单号 '])(
    '%j',
    (before) => expect(isCalledOther(before, before.length)).toBe(true),
  );

  test.each(['', 'border ', 'my number is ', 'order my SSN ', 'the order\n', 'order number number number number '])(
    'not %j',
    (before) => expect(isCalledOther(before, before.length)).toBe(false),
  );

  test.each(['1 + «2»', '«2» * 3', '$«2»', '#«2»', '5×«2»', '«2»^2'])('%j', (marked) => {
    const text = marked.replace(/[«»]/g, '');
    expect(isInSum(text, marked.indexOf('«'), marked.indexOf('»') - 1)).toBe(true);
  });
});

test('dates and times', () => {
  expect([isDate(2024, 2, 29), isDate(2023, 2, 29), isDate(1900, 2, 29), isDate(2000, 2, 29)]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect([isDate(2024, 0, 1), isDate(2024, 13, 1), isDate(2024, 4, 31), isDate(2024, 4, 0)]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([isShortDate('240229'), isShortDate('230229'), isShortDate('991332')]).toEqual([true, false, false]);
  expect([isTime('2359'), isTime('2400'), isTime('1260')]).toEqual([true, false, false]);
});

test.each<[string, string, number | undefined]>([
  ['FI_PERSONAL_IDENTITY_CODE', 'hetu 131052-308T', undefined],
  ['FI_PERSONAL_IDENTITY_CODE', '010190-9090', 0.85],
  ['ES_NIE', 'my NIE is X1234567L', undefined],
  ['ES_NIE', 'it is X1234567L', 0.85],
  ['US_SSN', 'my SSN is 078 05 1123', undefined],
  ['US_SSN', 'it is 078 05 1123', 0.6],
  ['IT_FISCAL_CODE', 'it is AAAAAA00B11C333N', 0.6],
])('%s in %j is as sure as %s', (entity, text, score) => {
  expect(finderOf(entity)(text)).toMatchObject([{ end: text.length, ...(score === undefined ? {} : { score }) }]);
  expect(finderOf(entity)(text)[0]?.score).toBe(score);
});

/** By the published rule, written out once more: the sum of all digits but the last is the last, and so on. */
const turkish = fc.stringMatching(/^[1-9][0-9]{8}$/).map((number) => {
  const [odd, even] = [0, 1].map((first) =>
    [...number].filter((_, place) => place % 2 === first).reduce((sum, digit) => sum + Number(digit), 0),
  );
  const tenth = ((((odd ?? 0) * 7 - (even ?? 0)) % 10) + 10) % 10;
  return `${number}${tenth}${((odd ?? 0) + (even ?? 0) + tenth) % 10}`;
});
const french = fc
  .tuple(
    fc.constantFrom('1', '2'),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 95_999_999 }),
  )
  .map(([sex, year, month, rest]) => {
    const number = `${sex}${String(year).padStart(2, '0')}${String(month).padStart(2, '0')}${String(rest).padStart(8, '0')}`;
    return `${number}${String(97 - Number(BigInt(number) % 97n)).padStart(2, '0')}`;
  });
const ssn = fc
  .tuple(fc.integer({ min: 1, max: 899 }), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9999 }))
  .filter(([area]) => area !== 666)
  .map(
    ([area, group, serial]) =>
      `${String(area).padStart(3, '0')}-${String(group).padStart(2, '0')}-${String(serial).padStart(4, '0')}`,
  )
  .filter((number) => number !== '078-05-1120' && number !== '219-09-9999');

describe('what is planted is found', () => {
  const words = fc.array(fc.constantFrom('the', 'Ärger', '你好', 'x = 3;', 'id', '😀', '`a`'), { maxLength: 6 });

  test.each(Object.entries({ TR_NATIONAL_ID: turkish, FR_NIR: french, US_SSN: ssn }))('%s', (entity, values) => {
    const find = finderOf(entity);
    const scrub = scrubberOf();
    fc.assert(
      fc.property(words, values, words, (before, value, after) => {
        const text = `${before.join(' , ')} , ${value} , ${after.join(' , ')}`;
        expect(mark(text, find(text))).toContain(`«${value}»`);
        expect(scrub(text)).not.toContain(value);
      }),
    );
  });
});
