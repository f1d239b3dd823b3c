/** Rows that are alike in all that is balanced. */
export interface Cell {
  readonly count: number;
  /** By dimension: the place of its share. */
  readonly categories: readonly number[];
}

/** What is balanced: the share wanted of each category. They add up to 1. */
export type Dimension = readonly number[];

/** Rounds of fitting after which shares that cannot be met together are given up. Ours: real ones are met within twenty. */
const MOST_ROUNDS = 300;
/** Ours: so far from a whole row, rounding decides anyway. */
const CLOSE = 0.05;

/**
 * How many rows of each cell to keep so that every dimension has its shares, and as many as possible are kept.
 *
 * Of all ways to meet the shares it is the one that changes the rest least (iterative proportional fitting, Deming and Stephan
 * 1940): a cell is thinned by the product of a factor for each of its categories. As rows can be left out but not made, the
 * product counts as 1 where it is more (entropy under upper bounds; each round sets the factors of one dimension, which is coordinate
 * ascent of the dual). Categories without a row take part in nothing; their share falls to the others in proportion. Dimensions that no number of rows can meet
 * together are given up from the last one on.
 */
export function quotas(cells: readonly Cell[], dimensions: readonly Dimension[]): number[] {
  for (let used = dimensions.length; used > 0; used--) {
    const fit = new Fit(cells, dimensions.slice(0, used));
    const rows = fit.mostRows();
    if (rows > 0) return roundedTo(fit.at(rows) ?? [], cells);
  }
  return cells.map(({ count }) => count);
}

class Fit {
  readonly #cells: readonly Cell[];
  readonly #dimensions: readonly Dimension[];
  /** By dimension and category: the cells in it. */
  readonly #members: readonly (readonly number[])[][];

  constructor(cells: readonly Cell[], dimensions: readonly Dimension[]) {
    this.#cells = cells;
    this.#members = dimensions.map((shares, dimension) =>
      shares.map((_, category) =>
        cells.flatMap(({ categories }, cell) => (categories[dimension] === category ? [cell] : [])),
      ),
    );
    const isWanted = ({ categories }: Cell): boolean =>
      dimensions.every((shares, dimension) => (shares[categories[dimension] ?? 0] ?? 0) > 0);
    const present = (dimension: number, category: number): boolean =>
      cells.some((cell) => cell.count > 0 && cell.categories[dimension] === category && isWanted(cell));
    this.#dimensions = dimensions.map((shares, dimension) => {
      const there = shares.map((share, category) => (present(dimension, category) ? share : 0));
      const sum = there.reduce((total, share) => total + share, 0);
      return there.map((share) => (sum === 0 ? 0 : share / sum));
    });
  }

  /** The largest number of rows for which the shares can be met. */
  mostRows(): number {
    let low = 0;
    let high = Math.floor(this.#bound());
    if (high > 0 && this.at(high) !== undefined) return high;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) === undefined) high = middle;
      else low = middle;
    }
    return low;
  }

  /** No category has more rows than there are. */
  #bound(): number {
    let bound = Number.POSITIVE_INFINITY;
    for (const [dimension, shares] of this.#dimensions.entries()) {
      for (const [category, share] of shares.entries()) {
        if (share === 0) continue;
        const rows = (this.#members[dimension]?.[category] ?? []).reduce(
          (sum, cell) => sum + (this.#cells[cell]?.count ?? 0),
          0,
        );
        // A hair more: 3 rows at 0.3 are a bound of 10, not of 9.999.
        bound = Math.min(bound, rows / share + 1e-6);
      }
    }
    return bound === Number.POSITIVE_INFINITY ? 0 : bound;
  }

  /** Rows of each cell, in fractions, of `total` in all; `undefined` where they do not meet the shares. */
  at(total: number): number[] | undefined {
    const factors = this.#dimensions.map((shares) => shares.map((share) => (share === 0 ? 0 : 1)));
    for (let round = 0; round < MOST_ROUNDS; round++) {
      for (const [dimension, shares] of this.#dimensions.entries()) {
        for (const [category, share] of shares.entries()) {
          if (share > 0) this.#setFactor(factors, dimension, category, share * total);
        }
      }
      if (this.#isMet(factors, total)) return this.#rowsBy(factors);
    }
    return undefined;
  }

  /** Chooses the factor of a category so that it has `target` rows, or all that it has. */
  #setFactor(factors: number[][], dimension: number, category: number, target: number): void {
    const own = factors[dimension];
    if (own === undefined) return;
    const others = (this.#members[dimension]?.[category] ?? []).map((cell) => {
      const { count, categories } = this.#cells[cell] ?? { count: 0, categories: [] };
      const product = factors.reduce(
        (result, some, at) => (at === dimension ? result : result * (some[categories[at] ?? 0] ?? 0)),
        1,
      );
      return { count, product };
    });
    own[category] = factorFor(
      others.filter(({ product }) => product > 0),
      target,
    );
  }

  #rowsBy(factors: readonly (readonly number[])[]): number[] {
    return this.#cells.map(({ count, categories }) => {
      const product = factors.reduce((result, own, dimension) => result * (own[categories[dimension] ?? 0] ?? 0), 1);
      return count * Math.min(1, product);
    });
  }

  #isMet(factors: readonly (readonly number[])[], total: number): boolean {
    const rows = this.#rowsBy(factors);
    return this.#dimensions.every((shares, dimension) =>
      shares.every((share, category) => {
        const members = this.#members[dimension]?.[category] ?? [];
        const found = members.reduce((sum, cell) => sum + (rows[cell] ?? 0), 0);
        return Math.abs(found - share * total) <= CLOSE;
      }),
    );
  }
}

/** Solves: sum of `count * min(1, factor * product)` is `target`. The cells with the largest products are full first. */
function factorFor(cells: readonly { readonly count: number; readonly product: number }[], target: number): number {
  const byProduct = cells.toSorted((one, other) => other.product - one.product);
  let full = 0;
  let thinned = byProduct.reduce((sum, { count, product }) => sum + count * product, 0);
  for (const { count, product } of byProduct) {
    const factor = (target - full) / thinned;
    if (factor * product <= 1) return Math.max(factor, 0);
    full += count;
    thinned -= count * product;
  }
  return 1 / (byProduct.at(-1)?.product ?? 1);
}

/** Whole numbers with the same sum: what is cut off goes to the largest remainders. */
function roundedTo(rows: readonly number[], cells: readonly Cell[]): number[] {
  const whole = rows.map((value) => Math.floor(value + 1e-9));
  const left = Math.round(rows.reduce((sum, value) => sum + value, 0)) - whole.reduce((sum, value) => sum + value, 0);
  const order = rows
    .map((_, cell) => cell)
    .filter((cell) => (whole[cell] ?? 0) < (cells[cell]?.count ?? 0) && (rows[cell] ?? 0) > 0);
  order.sort((one, other) => remainder(rows, whole, other) - remainder(rows, whole, one) || one - other);
  for (const cell of order.slice(0, Math.max(left, 0))) whole[cell] = (whole[cell] ?? 0) + 1;
  return whole;
}

function remainder(rows: readonly number[], whole: readonly number[], cell: number): number {
  return (rows[cell] ?? 0) - (whole[cell] ?? 0);
}
