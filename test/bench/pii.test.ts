import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AddressPart, groupedParts, matchAddresses } from '../../bench/pii/addresses.ts';
import { unitOffsets } from '../../bench/pii/corpora.ts';
import { coveredShare, fBeta, matchOneToOne, overlapOf, type Stretch, Tally } from '../../bench/pii/score.ts';
import { isMet } from '../../bench/pii/tables.ts';

const at = (start: number, end: number): Stretch => ({ start, end });

describe('overlap', () => {
  test.each([
    [at(0, 10), at(0, 10), 1],
    [at(0, 10), at(0, 9), 0.9],
    [at(0, 10), at(5, 15), 1 / 3],
    [at(0, 10), at(10, 20), 0],
    [at(0, 10), at(20, 30), 0],
    [at(2, 4), at(0, 8), 0.25],
  ])('of %o and %o is %d', (one, other, share) => {
    expect(overlapOf(one, other)).toBeCloseTo(share, 12);
    expect(overlapOf(other, one)).toBeCloseTo(share, 12);
  });

  test('the covered share counts several findings, and no unit outside', () => {
    expect(coveredShare(at(10, 20), [at(0, 12), at(15, 40)])).toBeCloseTo(0.7, 12);
    expect(coveredShare(at(10, 20), [at(0, 12), at(11, 14), at(12, 13)])).toBeCloseTo(0.4, 12);
    expect(coveredShare(at(10, 20), [])).toBe(0);
  });
});

describe('F2', () => {
  test.each([
    [1, 1, 1],
    [0.5, 1, 5 / 6],
    [1, 0.5, 5 / 9],
    [0, 0, 0],
  ])('of precision %d and recall %d is %d', (precision, recall, value) => {
    expect(fBeta(precision, recall, 2)).toBeCloseTo(value, 12);
  });

  test('of nothing is nothing', () => {
    expect(fBeta(null, 1, 2)).toBeNull();
    expect(new Tally()).toMatchObject({ precision: null, recall: null, f2: null });
  });

  test('of a tally: two of three found, one false alarm', () => {
    const tally = Object.assign(new Tally(), { true: 3, hit: 2, right: 2, wrong: 1 });
    expect(tally.precision).toBeCloseTo(2 / 3, 12);
    expect(tally.f2).toBeCloseTo(2 / 3, 12);
  });
});

describe('matching one to one', () => {
  test('one finding is not two hits, and the better one counts', () => {
    expect(matchOneToOne([at(0, 10), at(0, 10)], [at(0, 10)], overlapOf, 0.9)).toEqual([0, -1]);
    expect(matchOneToOne([at(0, 10)], [at(0, 9), at(0, 10)], overlapOf, 0.9)).toEqual([1]);
    expect(matchOneToOne([at(0, 10)], [at(0, 8)], overlapOf, 0.9)).toEqual([-1]);
  });

  const stretch = fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 15 }))
    .map(([start, length]) => at(start, start + length));
  test('nobody has two partners, and every pair agrees', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 6 }), fc.array(stretch, { maxLength: 6 }), (trues, found) => {
        const partners = matchOneToOne(trues, found, overlapOf, 0.5);
        const taken = partners.filter((partner) => partner !== -1);
        expect(new Set(taken).size).toBe(taken.length);
        for (const [of, by] of partners.entries()) {
          const one = trues[of];
          const other = found[by];
          if (one !== undefined && other !== undefined) expect(overlapOf(one, other)).toBeGreaterThanOrEqual(0.5);
        }
      }),
    );
  });
});

describe('addresses', () => {
  const text = 'Ann Lee\n 3482 Via Franscini 71 Suite 838\n Tujetsch, 7188 and in Rome';
  const part = (value: string, counts: boolean): AddressPart => {
    const start = text.indexOf(value);
    return { start, end: start + value.length, counts };
  };
  const house = part('3482', true);
  const street = part('Via Franscini 71', true);
  const suite = part('Suite 838', true);
  const town = part('Tujetsch', false);
  const code = part('7188', true);
  const rome = part('Rome', false);
  const groups = groupedParts(text, [house, street, suite, town, code, rome]);
  const spanning = (first: AddressPart, last: AddressPart): Stretch => at(first.start, last.end);

  test('neighbours are one address; a place alone is none', () => {
    expect(groups).toEqual([[house, street, suite, town, code]]);
  });

  test.each([
    ['the whole', [spanning(house, code)], [house, street, suite, code], 1],
    ['without its end', [spanning(house, suite)], [house, street, suite], 1],
    ['in two findings', [spanning(house, street), spanning(suite, code)], [house, street, suite, code], 2],
    ['the street alone', [street], [street], 1],
    ['only the town', [town], [], 0],
    ['with too much around', [at(0, code.end)], [], 0],
  ])('%s', (_name, findings, parts, right) => {
    const match = matchAddresses(groups, findings, 0.9);
    expect([...match.found].sort((one, other) => one.start - other.start)).toEqual(parts);
    expect(match.right.size).toBe(right);
  });
});

test('places of code points become places of UTF-16 units', () => {
  expect(unitOffsets('a😀b')).toEqual([0, 1, 3, 4]);
});

test('a figure that was not measured is not met', () => {
  expect(isMet({ what: '', least: 0.9, measured: null })).toBe(false);
  expect(isMet({ what: '', least: 0.9, measured: 0.9 })).toBe(true);
  expect(isMet({ what: '', most: 1, measured: 1.1 })).toBe(false);
});
