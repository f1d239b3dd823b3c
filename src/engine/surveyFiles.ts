import type { InputFile } from '../inputs/files.ts';
import type { ByteRange } from '../inputs/readRecords.ts';
import { coveredBytes } from './cache/coveredBytes.ts';
import type { DigestCache } from './cache/digestCache.ts';
import { FileContent } from './fileContent.ts';
import { type FileSurvey, FileWork, rangesOf, type SurveyedFile } from './fileWork.ts';
import { inOrder, type Pool } from './pool.ts';

/** A file of one range is begun, surveyed, kept and ended. */
const STEPS_OF_SMALL_FILE = 4;

/** Told of every range that is through. */
export interface RangeListener {
  range(bytes: number, lines: number): void;
  file(file: InputFile, lines: number): void;
}

/**
 * Surveys files in order: what the cache knows is taken from there, the rest in ranges, in parallel.
 * @returns the files, and the row number at which the rows of each begin, with one more for the end
 */
export async function surveyFiles(
  files: readonly InputFile[],
  how: FileSurvey,
  pool: Pool,
  cache: DigestCache | undefined,
  listener: RangeListener,
): Promise<{ files: SurveyedFile[]; firstRow: number[] }> {
  const surveyed: SurveyedFile[] = [];
  const firstRow: number[] = [];
  const run = async (step: Step) => ({
    step,
    result: step.kind === 'range' ? await how.survey(step.work.file, step.range) : undefined,
  });
  for await (const { step, result } of inOrder(pool, stepsOf(files, how, pool, cache), run, STEPS_OF_SMALL_FILE)) {
    const { work } = step;
    if (step.kind === 'begin') {
      firstRow.push(how.all.count);
      await work.begin(how);
    } else if (step.kind === 'range' && result !== undefined) {
      work.add(result, how);
      listener.range(step.range.end - step.range.start, result.counts.lines);
    } else if (step.kind === 'covered') {
      await work.keep(cache, how);
      listener.range(work.kept?.covered ?? 0, work.kept?.counts.lines ?? 0);
    } else if (step.kind === 'end') {
      await work.end();
      surveyed.push(work.surveyed());
      listener.file(work.file, work.counts.lines);
    }
  }
  return { files: surveyed, firstRow: [...firstRow, how.all.count] };
}

/** The work on a file, step by step: `covered` when everything that may be kept is through, before what may still grow. */
type Step =
  | { readonly kind: 'begin' | 'covered' | 'end'; readonly work: FileWork }
  | { readonly kind: 'range'; readonly work: FileWork; readonly range: ByteRange };

async function* stepsOf(
  files: readonly InputFile[],
  how: FileSurvey,
  pool: Pool,
  cache: DigestCache | undefined,
): AsyncGenerator<Step> {
  for (const found of files) {
    const content = new FileContent(found, pool);
    const { file } = content;
    const kept = await cache?.find(file, how.kind, (_file, bytes) => content.hash(bytes));
    const covered = kept?.covered === file.bytes ? file.bytes : Math.max(kept?.covered ?? 0, coveredBytes(file));
    const work = new FileWork(file, content, kept, covered, cache !== undefined);
    if (work.hasNew()) content.hash(covered).catch(() => {}); // begins now, and is awaited when the ranges are through
    yield { kind: 'begin', work };
    for (const range of rangesOf(file, kept?.covered ?? 0, covered)) yield { kind: 'range', work, range };
    yield { kind: 'covered', work };
    if (covered < file.bytes) yield { kind: 'range', work, range: { start: covered, end: file.bytes } };
    yield { kind: 'end', work };
  }
}
