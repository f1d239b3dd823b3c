import { uniform } from '../../measures/hash.ts';

/** The numbers with the smallest keys, of any quantity of them. */
export interface Chosen {
  /** In the order of their keys. */
  readonly places: readonly number[];
  /** How many there were to choose from. */
  readonly of: number;
}

/**
 * Chooses `most` of the numbers from 0 to before `count` by a hash of what they stand for: the same seed chooses the same,
 * whatever their order, and of data that grows mostly the same as before.
 * @param keyOf 53-bit hash of what a number stands for
 */
export function choose(
  count: number,
  among: (place: number) => boolean,
  keyOf: (place: number) => number,
  { most, seed }: { readonly most: number; readonly seed: number },
): Chosen {
  const chosen: { readonly place: number; readonly key: number }[] = [];
  let of = 0;
  for (let place = 0; place < count; place++) {
    if (!among(place)) continue;
    of++;
    const key = uniform(keyOf(place), seed);
    const last = chosen.at(-1);
    if (chosen.length >= most && (last === undefined || key >= last.key)) continue;
    const at = chosen.findIndex((other) => key < other.key);
    chosen.splice(at === -1 ? chosen.length : at, 0, { place, key });
    if (chosen.length > most) chosen.pop();
  }
  return { places: chosen.map(({ place }) => place), of };
}
