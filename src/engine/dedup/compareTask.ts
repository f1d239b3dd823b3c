import { jaccard } from '../../measures/shingles.ts';
import { ComparedShingles } from '../../pipeline/dedup/comparedShingles.ts';
import type { CompareTask } from '../tasks.ts';
import { KeptSource } from '../write/keptSource.ts';

/**
 * Reads records again, cleans and scrubs them as the survey did, and says of each pair how similar its two texts are, 0 to
 * 1: the share of n-grams that both have (Jaccard), counted, not estimated. Only these numbers leave the worker.
 */
export function compareRecords(task: CompareTask): Float64Array {
  const source = new KeptSource(task);
  const compared = new ComparedShingles(task.plan.ngram, task.plan.compare_by, new Set(task.canned));
  const shingles: Uint32Array[] = [];
  for (let record = 0; record < task.records.offset.length; record++)
    for (const conversation of source.conversations(record, record + 1)) shingles.push(compared.of(conversation));
  const { one, other } = task.pairs;
  const similarity = new Float64Array(one.length);
  for (let pair = 0; pair < one.length; pair++)
    similarity[pair] = jaccard(shingles[one[pair] ?? 0] ?? NONE, shingles[other[pair] ?? 0] ?? NONE);
  return similarity;
}

const NONE = new Uint32Array(0);
