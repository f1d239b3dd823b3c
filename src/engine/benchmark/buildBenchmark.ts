import { CurateError } from '../../errors.ts';
import { type Benchmark, BenchmarkBuilder } from '../../pipeline/decontaminate/benchmark.ts';
import { decontaminateOptions } from '../../pipeline/decontaminate/options.ts';
import type { BenchmarkFile, RecordPlan } from '../../pipeline/recordPlan.ts';
import { readBenchmarkRows } from './benchmarkRows.ts';
import { textCleaner } from './textCleaner.ts';

/**
 * The most hashes of runs of words that are looked for: some 120 MB of text. They take half a gigabyte while they are
 * collected, and 134 MB afterwards, of all threads together.
 */
const MOST_HASHES = 23_000_000;

/** What was found in a file. */
export interface BenchmarkFileCounts extends BenchmarkFile {
  readonly rows: number;
  readonly texts: number;
}

export interface BuiltBenchmark {
  readonly benchmark: Benchmark;
  readonly files: readonly BenchmarkFileCounts[];
}

let built: { readonly key: string; readonly benchmark: Promise<BuiltBenchmark> } | undefined;

/**
 * Reads what must not turn up; it is kept for whoever asks next in this run.
 * @throws CurateError for a file that cannot be read, and for one without text
 */
export function builtBenchmark(plan: RecordPlan, files: readonly BenchmarkFile[]): Promise<BuiltBenchmark> {
  const key = JSON.stringify(plan);
  if (built?.key !== key) built = { key, benchmark: build(plan, files) };
  return built.benchmark;
}

async function build(plan: RecordPlan, files: readonly BenchmarkFile[]): Promise<BuiltBenchmark> {
  const options = optionsOf(plan);
  const clean = textCleaner(plan);
  const builder = new BenchmarkBuilder(options);
  const counts: BenchmarkFileCounts[] = [];
  for (const file of files) {
    let rows = 0;
    let texts = 0;
    await readBenchmarkRows(file, options.ngram, (found) => {
      rows++;
      texts += found.length;
      builder.add([found, clean(found)]);
      if (builder.size > MOST_HASHES) throw tooMuch(file);
    });
    if (texts === 0) throw noText(file);
    counts.push({ ...file, rows, texts });
  }
  return { benchmark: builder.finish(), files: counts };
}

/** The options of the stage in a plan. */
export function optionsOf({ stages }: RecordPlan): ReturnType<typeof decontaminateOptions.parse> {
  return decontaminateOptions.parse(stages.find(({ use }) => use === 'decontaminate')?.options ?? {});
}

function noText({ name }: BenchmarkFile): CurateError {
  return new CurateError(
    `${name}: no text was found in it, so \`decontaminate\` has nothing to look for. Name a file with rows of one of our formats, with texts in JSON, CSV or Parquet, or with plain text (.txt).`,
  );
}

function tooMuch({ name }: BenchmarkFile): CurateError {
  return new CurateError(
    `${name}: with it the files of \`decontaminate.against\` have more than ${MOST_HASHES / 1e6} million runs of words (some 120 MB of text), more than is held in memory. Leave out what is no question and no answer, or parts that are not held out.`,
  );
}
