import { mix32 } from './hash.ts';

/**
 * One-permutation MinHash with optimal densification (Li, Owen, Zhang 2012; Shrivastava 2017): every shingle is hashed
 * once; the top bits choose one of 128 bins, each bin keeps its smallest hash, empty bins borrow from full ones.
 * Of each minimum the low 8 bits are kept (b-bit minwise hashing, Li and König 2010), so a signature is 128 bytes.
 */
export const SIGNATURE_BYTES = 128;

/** A hash is a bin and a rest of so many bits. Within a bin the smallest hash is that with the smallest rest. */
const REST_BITS = 25;
/** Larger than any rest. */
const EMPTY = 1 << REST_BITS;

export class MinHasher {
  readonly #minima = new Int32Array(SIGNATURE_BYTES);

  /** Forgets what was added. */
  reset(): void {
    this.#minima.fill(EMPTY);
  }

  /** Adds a shingle by a well-mixed 32-bit hash of it. */
  add(hash: number): void {
    const minima = this.#minima;
    const bin = hash >>> REST_BITS;
    const smallest = minima[bin] ?? EMPTY;
    const difference = (hash & (EMPTY - 1)) - smallest;
    // The smaller of two without a branch, which would guess wrong at every third shingle: 3 ns less.
    minima[bin] = smallest + (difference & (difference >> 31));
  }

  /** Writes the signature of the shingles added since `reset` to `target` at `offset`; all zeros when there were none. */
  write(target: Uint8Array, offset: number): void {
    const minima = this.#minima;
    let empty = 0;
    for (let bin = 0; bin < SIGNATURE_BYTES; bin++) {
      const smallest = minima[bin] ?? EMPTY;
      target[offset + bin] = smallest;
      emptyBins[empty] = bin;
      empty += smallest >> REST_BITS;
    }
    if (empty === SIGNATURE_BYTES) return;
    for (let place = 0; place < empty; place++) {
      const bin = emptyBins[place] ?? 0;
      target[offset + bin] = minima[donorOf(bin, minima)] ?? 0;
    }
  }
}

/** The bins that have nothing to write, as `write` finds them. */
const emptyBins = new Uint8Array(SIGNATURE_BYTES);

/** The first full bin of a random walk that is the same for every text. */
function donorOf(bin: number, minima: Int32Array): number {
  let step = 0;
  let donor = stepOf(bin, step);
  while (minima[donor] === EMPTY) donor = stepOf(bin, ++step);
  return donor;
}

/** Steps of each bin's walk that are kept once they were taken, plus 1: short texts leave most bins empty, and walk long. */
const KEPT_STEPS = 64;
const walks = new Uint8Array(SIGNATURE_BYTES * KEPT_STEPS);

function stepOf(bin: number, step: number): number {
  if (step >= KEPT_STEPS) return computeStep(bin, step);
  const place = bin * KEPT_STEPS + step;
  const kept = walks[place] ?? 0;
  if (kept !== 0) return kept - 1;
  const donor = computeStep(bin, step);
  walks[place] = donor + 1;
  return donor;
}

function computeStep(bin: number, step: number): number {
  return mix32(Math.imul(bin + 1, 0x9e3779b1) ^ Math.imul(step + 1, 0x85ebca77)) >>> REST_BITS;
}

/** Chance that two low bytes are equal though the minima are not. */
export const CHANCE: number = 1 / 256;

/**
 * Estimated Jaccard similarity, 0 to 1, of the texts behind two signatures in `signatures` (128 bytes each, by row).
 * Standard error about 0.04 at a similarity of 0.8.
 */
export function similarity(signatures: Uint8Array, one: number, other: number): number {
  const a = one * SIGNATURE_BYTES;
  const b = other * SIGNATURE_BYTES;
  let equal = 0;
  for (let i = 0; i < SIGNATURE_BYTES; i++) if (signatures[a + i] === signatures[b + i]) equal++;
  return Math.max(0, (equal / SIGNATURE_BYTES - CHANCE) / (1 - CHANCE));
}

/**
 * The similarity of two texts as `similarity` has it where it is at least `threshold`, 0 otherwise. Unlike texts, which
 * is what most candidates are, are told by their first bytes.
 */
export function similarityFrom(threshold: number, signatures: Uint8Array, one: number, other: number): number {
  const a = one * SIGNATURE_BYTES;
  const b = other * SIGNATURE_BYTES;
  const mostUnequal = SIGNATURE_BYTES * (1 - threshold) * (1 - CHANCE) + ROUNDING;
  let unequal = 0;
  for (let i = 0; i < SIGNATURE_BYTES; i++) {
    if (signatures[a + i] !== signatures[b + i] && ++unequal > mostUnequal) return 0;
  }
  const found = similarity(signatures, one, other);
  return found >= threshold ? found : 0;
}

const ROUNDING = 1e-6;
