import { SIGNATURE_BYTES } from '../../measures/minhash.ts';
import { distinct } from '../../measures/shingles.ts';
import { type CannedSample, CannedWords } from '../../pipeline/dedup/canned.ts';
import { inOrder, type Pool } from '../pool.ts';
import { type Reread, rereadColumns, rowBatches } from './reread.ts';

/** What many conversations begin or end with. */
export interface CannedTexts {
  /** Hashes of its n-grams, ascending. */
  readonly shingles: Uint32Array;
  /** How many words of a row are of it, at the most. */
  wordsOf(row: number): number;
}

/** Reads conversations that begin or end alike again, and finds what they share. */
export async function readCannedTexts(
  reread: Reread,
  samples: readonly CannedSample[],
  pool: Pool,
): Promise<CannedTexts> {
  const words = new CannedWords(reread.survey.digest);
  const shingles: Uint32Array[] = [];
  const run = async (sample: CannedSample) => {
    const { kind, length, rows } = sample;
    const passage = { kind, length };
    return { sample, found: await pool.canned({ kind: 'canned', ...rereadColumns(reread, rows), passage }) };
  };
  for await (const { sample, found } of inOrder(pool, samples, run)) {
    words.set(sample, found.words);
    shingles.push(found.shingles);
  }
  return { shingles: distinct(concatenated(shingles)), wordsOf: (row) => words.of(row) };
}

/** Signatures that rows have without what is canned. */
export interface SignedRows {
  readonly rows: Uint32Array;
  /** Different n-grams that are left. */
  readonly words: Uint32Array;
  readonly signatures: Uint8Array;
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
