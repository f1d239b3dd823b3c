/** What a value is the same in, however it is written: `Ann@Example.com`, `+1 (415) 555-0123`. */
const NOT_COMPARED = /[^\p{L}\p{M}\p{N}@.]|\.(?!\p{L})/gu;

/** What two ways to write a value have in common. */
export function sameness(value: string): string {
  return value.normalize('NFKC').toLowerCase().replace(NOT_COMPARED, '');
}

/**
 * Numbers the values of one conversation for the action `numbered`: the first e-mail address that is met is 1, wherever it
 * stands again. Each conversation has numbers of its own, so that nobody can be followed from one to the next.
 */
export class Numbers {
  readonly #byEntity = new Map<string, Map<string, number>>();

  /** @returns the number of the value, from 1 */
  numberOf(entity: string, value: string): number {
    const known = this.#byEntity.get(entity) ?? new Map<string, number>();
    this.#byEntity.set(entity, known);
    const key = sameness(value);
    const number = known.get(key) ?? known.size + 1;
    known.set(key, number);
    return number;
  }
}
