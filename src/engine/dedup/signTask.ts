import { MinHasher, SIGNATURE_BYTES } from '../../measures/minhash.ts';
import { ComparedShingles } from '../../pipeline/dedup/comparedShingles.ts';
import type { SignResult, SignTask } from '../tasks.ts';
import { KeptSource } from '../write/keptSource.ts';

/** Reads records again and signs them anew, without what is canned. */
export function signRecords(task: SignTask): SignResult {
  const source = new KeptSource(task);
  const { ngram, compare_by } = task.plan;
  const compared = new ComparedShingles(ngram, compare_by, new Set(task.canned));
  const minhash = new MinHasher();
  const count = task.records.offset.length;
  const result = { words: new Uint32Array(count), signatures: new Uint8Array(count * SIGNATURE_BYTES) };
  for (let record = 0; record < count; record++) {
    minhash.reset();
    for (const conversation of source.conversations(record, record + 1)) {
      const shingles = compared.of(conversation);
      for (const shingle of shingles) minhash.add(shingle);
      // Each word more is an n-gram more, so that many are left of it.
      result.words[record] = shingles.length;
    }
    minhash.write(result.signatures, record * SIGNATURE_BYTES);
  }
  return result;
}
