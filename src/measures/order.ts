const RADIX_BITS = 16;
const BUCKETS = 2 ** RADIX_BITS;

/** Ours: below it, comparing costs less than clearing the buckets. */
const FEW = 4096;

/**
 * The places of `keys` in ascending order of their values; equal values keep their order. Radix sort on the bits of
 * the doubles (their order is that of the numbers as long as none is negative): linear, and no comparator is called.
 * @param keys zero or positive; NaN comes last
 */
export function orderBy(keys: Float64Array): Uint32Array {
  const count = keys.length;
  if (isAscending(keys)) return identity(count);
  if (count < FEW) return byComparison(keys);
  const halves = new Uint16Array(keys.slice().buffer);
  let order = identity(count);
  let next = new Uint32Array(count);
  const starts = new Uint32Array(BUCKETS + 1);
  for (let digit = 0; digit < 4; digit++) {
    starts.fill(0);
    for (let i = 0; i < count; i++) {
      const bucket = (halves[i * 4 + digit] ?? 0) + 1;
      starts[bucket] = (starts[bucket] ?? 0) + 1;
    }
    if (starts.includes(count, 1)) continue; // one value for all: nothing to sort by
    for (let bucket = 1; bucket <= BUCKETS; bucket++)
      starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    for (let i = 0; i < count; i++) {
      const place = order[i] ?? 0;
      const bucket = halves[place * 4 + digit] ?? 0;
      const at = starts[bucket] ?? 0;
      starts[bucket] = at + 1;
      next[at] = place;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** Calls `each` with every run of equal values: `places[start]` to `places[end - 1]`, in the order of `orderBy(keys)`. */
export function forEachRun(keys: Float64Array, each: (places: Uint32Array, start: number, end: number) => void): void {
  const places = orderBy(keys);
  for (let start = 0; start < places.length; ) {
    const key = keys[places[start] ?? 0];
    let end = start + 1;
    while (end < places.length && keys[places[end] ?? 0] === key) end++;
    each(places, start, end);
    start = end;
  }
}

/** The numbers from 0 to `count` - 1. */
export function identity(count: number): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  return numbers;
}

/** Logs are written in the order of time, so the commonest sort has nothing to do. NaN ends it: it belongs last. */
function isAscending(keys: Float64Array): boolean {
  for (let i = 1; i < keys.length; i++) if (!((keys[i - 1] ?? 0) <= (keys[i] ?? 0))) return false;
  return true;
}

/** The places of `keys` in ascending order of their values; equal values keep their order. Radix sort in two passes. */
export function sortedPlaces(keys: Uint32Array): Uint32Array {
  if (keys.length < FEW) return byComparison(keys);
  const first = byHalf(keys, identity(keys.length), 0);
  return byHalf(keys, first, RADIX_BITS);
}

function byHalf(keys: Uint32Array, places: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(BUCKETS + 1);
  for (let i = 0; i < keys.length; i++) {
    const bucket = (((keys[i] ?? 0) >>> shift) & (BUCKETS - 1)) + 1;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  for (let bucket = 1; bucket <= BUCKETS; bucket++) starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  const sorted = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    const bucket = ((keys[place] ?? 0) >>> shift) & (BUCKETS - 1);
    const at = starts[bucket] ?? 0;
    starts[bucket] = at + 1;
    sorted[at] = place;
  }
  return sorted;
}

function byComparison(keys: Float64Array | Uint32Array): Uint32Array {
  return identity(keys.length).sort((a, b) => compare(keys[a] ?? 0, keys[b] ?? 0) || a - b);
}

/** Not a difference: that of two infinities is no number. NaN comes last. */
function compare(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : 1;
}
