import type { ByteRange } from '../../inputs/readRecords.ts';
import { rangesOf } from '../fileWork.ts';
import type { DataSet, ReadyFile } from './dataSet.ts';
import type { ValidateSettings } from './validateData.ts';
import type { ValidatePlan } from './validatePlan.ts';

/** As `dedup.ngram` of the config by default. */
const NGRAM = 3;

/** A range of a file, and how its rows are checked. */
export interface FilePart {
  readonly file: ReadyFile['file'];
  readonly range: ByteRange;
  readonly plan: ValidatePlan;
}

/**
 * Plain files of lines are cut into ranges; what has to be read from its beginning is one part.
 * @param signatures near duplicates are looked for
 */
export function* partsOf(
  files: readonly ReadyFile[],
  { rules, target, facts }: DataSet,
  { max_tokens, ...settings }: ValidateSettings,
  signatures: boolean,
): Generator<FilePart> {
  const most = max_tokens ?? facts?.limits.max_tokens;
  for (const { file, head, layout } of files) {
    if (layout === undefined) continue;
    const { shape } = head;
    const plan = { ...settings, layout, rules, target, shape, signatures, ngram: NGRAM, max_tokens: most };
    const whole = shape !== 'lines' || file.gzip;
    const ranges = whole ? [{ start: 0, end: file.bytes }] : rangesOf({ ...file, array: false }, 0, file.bytes);
    for (const range of ranges) yield { file, range, plan };
  }
}
