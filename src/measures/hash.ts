import xxhash from 'xxhash-wasm';

const { h64 } = await xxhash();

/**
 * The first 53 bits of XXH64 of `text` as UTF-8, never 0: an integer that a Float64Array holds exactly.
 * 53 bits make one false match among 10 million different texts a matter of 1 in 180 (birthday bound), at the price of a plain number.
 */
export function hash53(text: string): number {
  return Number(h64(text) >> 11n) || 1;
}

/** XXH64 of `text` as UTF-8, in 16 hexadecimal digits; an id for a log line that has none. */
export function hashHex(text: string): string {
  return h64(text).toString(16).padStart(16, '0');
}

/** The finaliser of MurmurHash3 (Appleby, public domain): spreads every bit of a 32-bit integer over all others. */
export function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const TWO_32 = 2 ** 32;

/** A number in [0, 1) from a 53-bit hash and a seed: the same on every machine, evenly spread, another deal for another seed. */
export function uniform(hash: number, seed: number): number {
  const low = hash % TWO_32;
  const high = (hash - low) / TWO_32;
  return mix32(mix32(low ^ mix32(seed)) ^ Math.imul(high, 0x9e3779b1)) / TWO_32;
}

/** Joins two 32-bit halves to a 53-bit integer, never 0. */
export function join53(high: number, low: number): number {
  return (high >>> 11) * TWO_32 + (low >>> 0) || 1;
}

/** Folds the 53-bit hash `next` into `state`; order counts. For hashes of sequences of hashes. */
export function combine53(state: number, next: number): number {
  const low = next % TWO_32;
  const high = (next - low) / TWO_32;
  const stateLow = state % TWO_32;
  const stateHigh = (state - stateLow) / TWO_32;
  const a = mix32(Math.imul(stateLow ^ low, 0x9e3779b1) + high);
  const b = mix32(Math.imul(stateHigh ^ a, 0x85ebca77) + low);
  return join53(b, a ^ Math.imul(b, 0xc2b2ae3d));
}
