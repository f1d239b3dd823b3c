import { PASSAGE_WORDS } from '../../measures/passages.ts';
import { distinct, Shingler, shinglesOf } from '../../measures/shingles.ts';
import { commonPaths } from '../../pipeline/dedup/cannedPaths.ts';
import { passageTexts } from '../../pipeline/dedup/passageTexts.ts';
import type { CannedResult, CannedTask } from '../tasks.ts';
import { KeptSource } from '../write/keptSource.ts';

/** The place in `PASSAGE_KINDS` from which on in pairs the second is an end, not a beginning. */
const isEnd = (kind: number): boolean => kind % 2 === 1;

/** Reads conversations that begin or end alike again, and says how far, in hashes of n-grams. */
export function readCanned(task: CannedTask): CannedResult {
  const { plan, passage, records } = task;
  const source = new KeptSource(task);
  const shingler = new Shingler(plan.ngram);
  const texts = source.conversations(0, records.offset.length).map((conversation) => {
    shingler.reset();
    shingler.add(passageTexts(conversation, plan.compare_by ?? 'conversation')[passage.kind] ?? '');
    const words = shingler.words().slice();
    return isEnd(passage.kind) ? words.reverse() : words;
  });
  const paths = commonPaths(texts, PASSAGE_WORDS[passage.length] ?? 0);
  const shingles = paths.flatMap((path) => [...shinglesOf(isEnd(passage.kind) ? path.reverse() : path, plan.ngram)]);
  return {
    words: paths.reduce((most, { length }) => Math.max(most, length), 0),
    shingles: distinct(Uint32Array.from(shingles)).slice(),
  };
}
