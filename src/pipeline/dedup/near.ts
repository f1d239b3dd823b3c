import { SIGNATURE_BYTES, similarity } from '../../measures/minhash.ts';
import { sortedPlaces } from '../../measures/order.ts';

/**
 * A band is one 32-bit word of the signature, four of its bytes: a pair of similarity s shares it with a chance of s^4
 * (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, 3.4). Whatever shares a band is compared by the whole
 * signature before anything is decided.
 */
const BAND_BYTES = 4;
const MOST_BANDS = SIGNATURE_BYTES / BAND_BYTES;

/** Ours: of the pairs just at the threshold, one in a thousand may share no band. */
const MISSED = 0.001;

/** Leaders of one band that an entry is compared with at most: guards against a band that thousands of unlike texts share. */
const MAX_COMPARISONS = 200;

/** What duplicates are looked for among: entries in the order of time, the earliest first. */
export interface Entries {
  /** Hash of the normalised content of each entry. */
  readonly content: Float64Array;
  /** Place of each entry's signature in `signatures`; -1 for entries that are compared exactly only. */
  readonly signature: Int32Array;
  readonly signatures: Uint8Array;
}

export interface Resembled {
  readonly leader: number;
  readonly similarity: number;
}

/** How many bands find all but `MISSED` of the pairs at the threshold: 14 at 0.8, 7 at 0.9, 26 at 0.7; below 0.66 all there are. */
export function bandsFor(threshold: number): number {
  const needed = Math.ceil(Math.log(MISSED) / Math.log(1 - Math.min(threshold, 0.999) ** BAND_BYTES));
  return Math.min(Math.max(needed, 1), MOST_BANDS);
}

/**
 * The near duplicates among `firsts` (entries in time order): for each the earliest leader that it resembles.
 * Entries that are leaders are not in the map.
 * @param concerned entries of which at least one is in every pair that is looked at; all when left out
 */
export function nearLeaders(
  firsts: Uint32Array,
  entries: Entries,
  threshold: number,
  concerned?: Uint8Array,
): Map<number, Resembled> {
  const found = new Map<number, Resembled>();
  const bands = bandsFor(threshold);
  let open = firsts;
  // An entry whose leader turns out to follow another one itself is set free and looks again among true leaders.
  for (;;) {
    for (let band = 0; band < bands; band++) {
      const shared = concerned === undefined ? open : sharing(band, open, entries, concerned);
      joinInBand(band, shared, entries, threshold, found, concerned);
    }
    // All of them, not the open ones alone: an entry that was set free may have become the leader of another's leader.
    const freed = settle(firsts, entries, threshold, found);
    if (freed === 0) return found;
    open = firsts.filter((entry) => !found.has(entry));
  }
}

/** Walks the entries that share a band key, earliest first, and lets each join the first leader there that it resembles. */
function joinInBand(
  band: number,
  open: Uint32Array,
  entries: Entries,
  threshold: number,
  found: Map<number, Resembled>,
  concerned: Uint8Array | undefined,
): void {
  const keys = bandKeys(band, open, entries);
  let key = -1;
  let leaders: number[] = [];
  for (const place of sortedPlaces(keys)) {
    const entry = open[place] ?? 0;
    if (keys[place] !== key) {
      key = keys[place] ?? 0;
      leaders = [entry];
      continue;
    }
    if (found.has(entry)) continue;
    const match = resembled(entry, leaders, entries, threshold, found, concerned);
    if (match !== undefined) found.set(entry, match);
    else if (leaders.length < MAX_COMPARISONS) leaders.push(entry);
  }
}

function bandKeys(band: number, open: Uint32Array, { signature, signatures }: Entries): Uint32Array {
  const words = new Uint32Array(signatures.buffer, signatures.byteOffset, signatures.byteLength / BAND_BYTES);
  const keys = new Uint32Array(open.length);
  for (let place = 0; place < open.length; place++) {
    keys[place] = words[(signature[open[place] ?? 0] ?? 0) * MOST_BANDS + band] ?? 0;
  }
  return keys;
}

/** Ours: at least eight places in the filter to an entry, and 4 MB of them at most; a small log needs no more. */
const MOST_FILTER_BITS = 22;
const filterBits = (entries: number): number => Math.min(MOST_FILTER_BITS, 4 + Math.ceil(Math.log2(entries + 1)));

/** The entries that may share a band key with a concerned one: few, so that few have to be sorted. */
function sharing(band: number, open: Uint32Array, entries: Entries, concerned: Uint8Array): Uint32Array {
  const keys = bandKeys(band, open, entries);
  const bits = filterBits(open.length);
  const seen = new Uint8Array(2 ** bits);
  const bitOf = (place: number): number => Math.imul(keys[place] ?? 0, 0x9e3779b1) >>> (32 - bits);
  for (let place = 0; place < open.length; place++) if (concerned[open[place] ?? 0] === 1) seen[bitOf(place)] = 1;
  return open.filter((_entry, place) => seen[bitOf(place)] === 1);
}

function resembled(
  entry: number,
  leaders: readonly number[],
  entries: Entries,
  threshold: number,
  found: Map<number, Resembled>,
  concerned: Uint8Array | undefined,
): Resembled | undefined {
  for (const leader of leaders) {
    if (concerned !== undefined && concerned[entry] !== 1 && concerned[leader] !== 1) continue;
    if (found.has(leader)) continue; // it was the first of its key, and joined another in an earlier band
    const alike = similarityOf(entry, leader, entries);
    if (alike >= threshold) return { leader, similarity: alike };
  }
  return undefined;
}

/** Follows leaders that joined others; sets free, and counts, what does not resemble the leader at the end. */
function settle(firsts: Uint32Array, entries: Entries, threshold: number, found: Map<number, Resembled>): number {
  let freed = 0;
  if (found.size === 0) return freed;
  for (const entry of firsts) {
    const join = found.get(entry);
    const further = join === undefined ? undefined : found.get(join.leader);
    if (join === undefined || further === undefined) continue;
    const alike = similarityOf(entry, further.leader, entries);
    if (alike >= threshold) {
      found.set(entry, { leader: further.leader, similarity: alike });
    } else {
      found.delete(entry);
      freed++;
    }
  }
  return freed;
}

function similarityOf(one: number, other: number, { signature, signatures }: Entries): number {
  return similarity(signatures, signature[one] ?? 0, signature[other] ?? 0);
}
