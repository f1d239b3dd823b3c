import { createHash } from 'node:crypto';
import { SIGNATURE_BYTES } from '../../measures/minhash.ts';
import { distinct } from '../../measures/shingles.ts';
import { type CannedPassage, type CannedSample, withReach } from '../../pipeline/dedup/canned.ts';
import type { Digest } from '../../pipeline/digest.ts';
import { inOrder, type Pool } from '../pool.ts';
import type { Canned } from './foundNear.ts';
import { type Reread, rereadColumns, rowBatches } from './reread.ts';

/** Reads conversations that begin or end alike again, and finds what they share. */
export async function readCannedTexts(reread: Reread, samples: readonly CannedSample[], pool: Pool): Promise<Canned> {
  const found: CannedPassage[] = [];
  const shingles: Uint32Array[] = [];
  const run = async (sample: CannedSample) => {
    const { kind, length, rows } = sample;
    const passage = { kind, length };
    return { sample, read: await pool.canned({ kind: 'canned', ...rereadColumns(reread, rows), passage }) };
  };
  for await (const { sample, read } of inOrder(pool, samples, run)) {
    const { kind, length, code } = sample;
    found.push({ kind, length, code, words: read.words });
    shingles.push(read.shingles);
  }
  const { digest } = reread.survey;
  const source = sourceOf(digest, samples);
  const passages = withReach(digest, samples, found);
  return { source, passages, shingles: distinct(concatenated(shingles)).slice() };
}

/** Equal for samples of equal conversations. */
export function sourceOf({ rows }: Digest, samples: readonly CannedSample[]): string {
  const told = samples.map((sample) => [sample.kind, sample.length, ...sample.rows.map((row) => rows.compared[row])]);
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

/** Whether the same does not count. */
export function areSame(one: Canned, other: Canned): boolean {
  const isSame = JSON.stringify(one.passages) === JSON.stringify(other.passages);
  return isSame && Buffer.from(one.shingles.buffer).equals(Buffer.from(other.shingles.buffer));
}

export const NOTHING_CANNED: Canned = { source: '', passages: [], shingles: new Uint32Array(0) };

/** Signatures that rows have without what is canned. */
export interface SignedRows {
  readonly rows: Uint32Array;
  /** Different n-grams that are left. */
  readonly words: Uint32Array;
  readonly signatures: Uint8Array;
}

export const NOTHING_SIGNED: SignedRows = {
  rows: new Uint32Array(0),
  words: new Uint32Array(0),
  signatures: new Uint8Array(0),
};

export function joinedSigned(one: SignedRows, other: SignedRows): SignedRows {
  const signatures = new Uint8Array(one.signatures.length + other.signatures.length);
  signatures.set(one.signatures);
  signatures.set(other.signatures, one.signatures.length);
  return {
    rows: concatenated([one.rows, other.rows]),
    words: concatenated([one.words, other.words]),
    signatures,
  };
}

/** Puts words and signatures into the digest; returns what stood there before. */
export function replaceSigned({ rows: columns }: Digest, { rows, words, signatures }: SignedRows): SignedRows {
  const before = { rows, words: words.slice(), signatures: signatures.slice() };
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    const [from, at] = [place * SIGNATURE_BYTES, row * SIGNATURE_BYTES];
    before.words[place] = columns.words[row] ?? 0;
    before.signatures.set(columns.signatures.subarray(at, at + SIGNATURE_BYTES), from);
    columns.words[row] = words[place] ?? 0;
    columns.signatures.set(signatures.subarray(from, from + SIGNATURE_BYTES), at);
  }
  return before;
}

/** Reads rows again and signs them without what is canned. */
export async function signAgain(
  reread: Reread,
  rows: Uint32Array,
  canned: Uint32Array,
  pool: Pool,
): Promise<SignedRows> {
  const words = new Uint32Array(rows.length);
  const signatures = new Uint8Array(rows.length * SIGNATURE_BYTES);
  let at = 0;
  const run = (some: Uint32Array) => pool.sign({ kind: 'sign', ...rereadColumns(reread, [...some]), canned });
  for await (const signed of inOrder(pool, rowBatches(reread, rows), run)) {
    words.set(signed.words, at);
    signatures.set(signed.signatures, at * SIGNATURE_BYTES);
    at += signed.words.length;
  }
  return { rows, words, signatures };
}

function concatenated(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
