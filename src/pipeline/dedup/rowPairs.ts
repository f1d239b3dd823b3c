/** Pairs of rows, and how similar they are, 0 to 1. */
export interface RowPairs {
  readonly one: Uint32Array;
  readonly other: Uint32Array;
  readonly similarity: Float64Array;
}

export const NO_PAIRS: RowPairs = {
  one: new Uint32Array(0),
  other: new Uint32Array(0),
  similarity: new Float64Array(0),
};

/** Pairs as they are found. */
export class PairList {
  #one = new Uint32Array(64);
  #other = new Uint32Array(64);
  #similarity = new Float64Array(64);
  #count = 0;

  add(one: number, other: number, similarity: number): void {
    if (this.#count === this.#one.length) this.#grow();
    this.#one[this.#count] = one;
    this.#other[this.#count] = other;
    this.#similarity[this.#count++] = similarity;
  }

  finish(): RowPairs {
    return {
      one: this.#one.slice(0, this.#count),
      other: this.#other.slice(0, this.#count),
      similarity: this.#similarity.slice(0, this.#count),
    };
  }

  #grow(): void {
    const length = 2 * this.#count;
    this.#one = copied(this.#one, new Uint32Array(length));
    this.#other = copied(this.#other, new Uint32Array(length));
    this.#similarity = copied(this.#similarity, new Float64Array(length));
  }
}

/** The pairs of several lists, one behind the other. */
export function joinedPairs(...lists: readonly RowPairs[]): RowPairs {
  const count = lists.reduce((sum, { one }) => sum + one.length, 0);
  const joined = {
    one: new Uint32Array(count),
    other: new Uint32Array(count),
    similarity: new Float64Array(count),
  };
  let at = 0;
  for (const { one, other, similarity } of lists) {
    joined.one.set(one, at);
    joined.other.set(other, at);
    joined.similarity.set(similarity, at);
    at += one.length;
  }
  return joined;
}

function copied<Column extends Uint32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
