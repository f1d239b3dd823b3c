import { SIGNATURE_BYTES } from '../../measures/minhash.ts';
import { sortedPlaces } from '../../measures/order.ts';
import { placesWhere, RepeatFilter } from '../../measures/repeats.ts';
import { BandSets } from './bandSets.ts';

/**
 * A band is one 32-bit word of the signature, four of its bytes: a pair of similarity s shares it with a chance of s^4
 * (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, 3.4). Whatever shares a band is compared by the whole
 * signature before anything is decided.
 */
export const BAND_BYTES = 4;
export const MOST_BANDS: number = SIGNATURE_BYTES / BAND_BYTES;

/** Ours: of the pairs just at the threshold, one in a thousand may share no band. */
const MISSED = 0.001;

/** How many bands find all but `MISSED` of the pairs at the threshold: 14 at 0.8, 7 at 0.9, 26 at 0.7; below 0.66 all there are. */
export function bandsFor(threshold: number): number {
  const needed = Math.ceil(Math.log(MISSED) / Math.log(1 - Math.min(threshold, 0.999) ** BAND_BYTES));
  return Math.min(Math.max(needed, 1), MOST_BANDS);
}

/** Which places share a band with another: those of place p are in the groups `group[start[p]]` to `group[start[p + 1] - 1]`. */
export interface BandGroups {
  readonly start: Uint32Array;
  readonly group: Uint32Array;
  /** How many groups there are. */
  readonly count: number;
}

/**
 * Groups the signatures at `rows` by their bands; what shares none is in no group, and most are not.
 * @param concerned by place: 1 for those of which at least one is in every group; all when left out
 */
export function bandGroups(
  rows: Uint32Array,
  signatures: Uint8Array,
  bands: number,
  concerned: Uint8Array | undefined,
): BandGroups {
  const words = new Uint32Array(signatures.buffer, signatures.byteOffset, signatures.byteLength / BAND_BYTES);
  const keys: BandKeys = { rows, words, bands };
  const members = new Members();
  const few = concerned === undefined ? undefined : placesWhere(concerned.length, (place) => concerned[place] === 1);
  if (few !== undefined && few.length * FEW < rows.length) addSharingWithFew(keys, few, members);
  else for (let band = 0; band < bands; band++) members.addGroups(keys, band, sharing(keys, band, few));
  return members.byPlace(rows.length);
}

/** Ours: one in so many is few. */
const FEW = 16;

/** The key of place p in a band is `words[rows[p] * MOST_BANDS + band]`. */
interface BandKeys {
  readonly rows: Uint32Array;
  readonly words: Uint32Array;
  readonly bands: number;
}

function keyOf({ rows, words }: BandKeys, place: number, band: number): number {
  return words[(rows[place] ?? 0) * MOST_BANDS + band] ?? 0;
}

/** The places, ascending, whose key may be that of another: not many, so that not many have to be sorted. */
function sharing(keys: BandKeys, band: number, concerned: Uint32Array | undefined): Uint32Array {
  const count = keys.rows.length;
  const filter = new RepeatFilter(concerned?.length ?? count);
  if (concerned === undefined) for (let place = 0; place < count; place++) filter.note(keyOf(keys, place, band));
  else for (const place of concerned) filter.note(keyOf(keys, place, band));
  return placesWhere(count, (place) => {
    const key = keyOf(keys, place, band);
    return concerned === undefined ? filter.mayRepeat(key) : filter.mayHave(key);
  });
}

/** The same for all bands in one pass: a signature is then fetched from memory once, where it took most of the time. */
function addSharingWithFew(keys: BandKeys, concerned: Uint32Array, members: Members): void {
  const { rows, words, bands } = keys;
  const sets = new BandSets(bands, concerned.length);
  for (const place of concerned) for (let band = 0; band < bands; band++) sets.add(band, keyOf(keys, place, band));
  const found = Array.from({ length: bands }, (): number[] => []);
  for (let place = 0; place < rows.length; place++) {
    const first = (rows[place] ?? 0) * MOST_BANDS;
    for (let band = 0; band < bands; band++) {
      if (sets.mayHave(band, words[first + band] ?? 0)) found[band]?.push(place);
    }
  }
  for (const [band, places] of found.entries()) members.addGroups(keys, band, Uint32Array.from(places));
}

/** Pairs of a place and a group it is in, as they are found. */
class Members {
  #place = new Uint32Array(1024);
  #group = new Uint32Array(1024);
  #pairs = 0;
  #groups = 0;

  /** Makes a group of every two or more of `places` with the same key in a band. */
  addGroups(keys: BandKeys, band: number, places: Uint32Array): void {
    this.#reserve(this.#pairs + places.length);
    const own = places.map((place) => keyOf(keys, place, band));
    const order = sortedPlaces(own);
    for (let begin = 0; begin < order.length; ) {
      const key = own[order[begin] ?? 0];
      let end = begin + 1;
      while (end < order.length && own[order[end] ?? 0] === key) end++;
      if (end - begin > 1) this.#addGroup(places, order.subarray(begin, end));
      begin = end;
    }
  }

  #addGroup(places: Uint32Array, members: Uint32Array): void {
    for (const member of members) {
      this.#place[this.#pairs] = places[member] ?? 0;
      this.#group[this.#pairs++] = this.#groups;
    }
    this.#groups++;
  }

  /** @param count how many places there are */
  byPlace(count: number): BandGroups {
    const start = new Uint32Array(count + 1);
    for (let pair = 0; pair < this.#pairs; pair++) {
      const after = (this.#place[pair] ?? 0) + 1;
      start[after] = (start[after] ?? 0) + 1;
    }
    for (let place = 1; place <= count; place++) start[place] = (start[place] ?? 0) + (start[place - 1] ?? 0);
    const group = new Uint32Array(this.#pairs);
    const next = start.slice();
    for (let pair = 0; pair < this.#pairs; pair++) {
      const place = this.#place[pair] ?? 0;
      const at = next[place] ?? 0;
      group[at] = this.#group[pair] ?? 0;
      next[place] = at + 1;
    }
    return { start, group, count: this.#groups };
  }

  #reserve(pairs: number): void {
    if (pairs <= this.#place.length) return;
    this.#place = lengthened(this.#place, pairs);
    this.#group = lengthened(this.#group, pairs);
  }
}

function lengthened(values: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, Math.ceil(1.5 * values.length)));
  larger.set(values);
  return larger;
}
