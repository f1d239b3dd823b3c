import { Fingerprinter } from '../../measures/fingerprint.ts';
import { combine53 } from '../../measures/hash.ts';
import { KeyMasks } from '../../measures/keyMasks.ts';
import { SIGNATURE_BYTES } from '../../measures/minhash.ts';
import { COMPARE_BY } from '../dedup/comparedTurns.ts';
import type { DecidePlan } from '../setStage.ts';

/**
 * What earlier exports published. Splits are bits (`bitOf`), so that a text that was in two of them is known for it.
 * Hashes and signatures only: no text, no id.
 */
export interface Ledger {
  /** By the key of a group (`groupKeys.ts`), and by the hash of a text: the splits in which it ever stood. */
  readonly splits: KeyMasks;
  /** Of texts of test and val: by these what resembles them is known when the texts themselves are gone. */
  readonly signatures: PublishedSignatures;
}

export interface PublishedSignatures {
  readonly count: number;
  /** Hash of the text, its splits, and what made the signature (`signatureMaker`). */
  readonly content: Float64Array;
  readonly splits: Uint8Array;
  readonly maker: Uint32Array;
  /** `SIGNATURE_BYTES` each. */
  readonly bytes: Uint8Array;
}

/** @param split a place in `SPLITS` */
export function bitOf(split: number): number {
  return 1 << split;
}

/** The split that comes first of those in `mask`, the one that a clean test needs most: test before val before train. */
export function foremost(mask: number): number {
  return 31 - Math.clz32(mask);
}

export function emptyLedger(): Ledger {
  return { splits: new KeyMasks(0), signatures: signaturesOf(0) };
}

export function signaturesOf(count: number): PublishedSignatures {
  return {
    count,
    content: new Float64Array(count),
    splits: new Uint8Array(count),
    maker: new Uint32Array(count),
    bytes: new Uint8Array(count * SIGNATURE_BYTES),
  };
}

/** Any text will do, so long as it has letters, digits and signs, is of several scripts, and is long enough for shingles. */
const SPECIMEN = 'Wie viele Äpfel kosten 3,50 €? Twelve, if I’m not mistaken: 12 / 3.5 = 3.43! ستة تفاحات 六つのりんご';

/** What tells texts apart, as a hash: another one where the hashes of texts cannot be compared with those of now. */
export function textMaker(): number {
  return fingerprinted(3).hash();
}

/** What makes signatures under these settings, as 32 bits; likewise. */
export function signatureMaker({ by, near }: DecidePlan['dedup']): number {
  const signature = new Uint8Array(SIGNATURE_BYTES);
  fingerprinted(near.ngram).writeSignature(signature, 0);
  return signature.reduce((state, byte) => combine53(state, byte), 1 + COMPARE_BY.indexOf(by)) >>> 0;
}

function fingerprinted(ngram: number): Fingerprinter {
  const fingerprinter = new Fingerprinter(ngram);
  fingerprinter.reset();
  fingerprinter.add(SPECIMEN, 0);
  return fingerprinter;
}
