import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, type Dimension, quotas } from '../../src/pipeline/balance/quotas.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** One cell a category. */
const single = (...counts: number[]): Cell[] => counts.map((count, category) => ({ count, categories: [category] }));

/** Cells of two dimensions from a table, row by row. */
const crossed = (...table: number[][]): Cell[] =>
  table.flatMap((row, one) => row.map((count, other) => ({ count, categories: [one, other] })));

describe('one facet', () => {
  test.each<[string, number[], Dimension, number[]]>([
    ['the scarcest decides', [100, 20], [0.6, 0.4], [30, 20]],
    ['shares that are met lose nothing', [60, 40], [0.6, 0.4], [60, 40]],
    ['a label without rows leaves its share to the others', [100, 0, 20], [0.4, 0.2, 0.4], [20, 0, 20]],
    ['a share of nothing takes all of it', [100, 20], [1, 0], [100, 0]],
    ['thirds are whole rows', [10, 10, 3], [1 / 3, 1 / 3, 1 / 3], [3, 3, 3]],
    ['no rows at all', [0, 0], [0.5, 0.5], [0, 0]],
  ])('%s', (_note, counts, shares, expected) => {
    expect(quotas(single(...counts), [shares])).toEqual(expected);
  });
});

describe('several facets', () => {
  test('are met together', () => {
    const kept = quotas(crossed([80, 40], [20, 60]), [
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    const [a = 0, b = 0, c = 0, d = 0] = kept;
    expect(Math.abs(a + b - c - d)).toBeLessThanOrEqual(2);
    expect(Math.abs(a + c - b - d)).toBeLessThanOrEqual(2);
    // 80 of the second row and 100 of each column are the bound; 160 rows can be had.
    expect(sum(kept)).toBeGreaterThanOrEqual(158);
  });

  test('that cannot be met together leave the later one as it comes', () => {
    const cells: Cell[] = [
      { count: 50, categories: [0, 0] },
      { count: 50, categories: [1, 1] },
    ];
    expect(
      quotas(cells, [
        [0.5, 0.5],
        [0.2, 0.8],
      ]),
    ).toEqual([50, 50]);
  });
});

test('shares are met to within a row, nothing is made, and another row would be too many', () => {
  const table = fc.array(fc.array(fc.integer({ min: 5, max: 300 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 2,
  });
  const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(table, weights, (counts, wanted) => {
      const shares = wanted.map((weight) => weight / sum(wanted));
      const cells = crossed(...counts);
      const kept = quotas(cells, [[0.5, 0.5], shares]);
      const total = sum(kept);
      for (const [place, { count }] of cells.entries()) expect(kept[place]).toBeLessThanOrEqual(count);
      for (const [category, share] of shares.entries()) {
        const found = sum(kept.filter((_, place) => cells[place]?.categories[1] === category));
        expect(Math.abs(found - share * total)).toBeLessThanOrEqual(2);
      }
      const first = sum(kept.slice(0, 3));
      expect(Math.abs(first - total / 2)).toBeLessThanOrEqual(3);
      expect(total).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});
