import type { Message } from '../../pipeline/conversation.ts';
import { BenchmarkBuilder } from '../../pipeline/decontaminate/benchmark.ts';
import { SharedTextFinder } from '../../pipeline/decontaminate/sharedText.ts';
import type { RecordPlan } from '../../pipeline/recordPlan.ts';
import { readBenchmarkRows } from './benchmarkRows.ts';
import { optionsOf } from './buildBenchmark.ts';
import { textCleaner } from './textCleaner.ts';

/** A row of a benchmark: the file, and its line there (of Parquet, its row). */
export interface SharedAt {
  readonly file: string;
  readonly line: number;
}

/** The first row of a benchmark with which messages share as many words in a row as was found; its files are read once more for it. */
export async function whereShared(
  plan: RecordPlan,
  messages: readonly Message[],
  words: number,
): Promise<SharedAt | undefined> {
  const options = optionsOf(plan);
  const clean = textCleaner(plan);
  let best: (SharedAt & { readonly words: number }) | undefined;
  for (const { name, path } of plan.benchmark?.files ?? []) {
    if (best !== undefined && best.words >= words) break;
    await readBenchmarkRows({ name, path }, options.ngram, (texts, line) => {
      if (best !== undefined && best.words >= words) return;
      const row = new BenchmarkBuilder(options);
      row.add([texts, clean(texts)]);
      const shared = new SharedTextFinder(row.finish()).find(messages);
      if (shared !== undefined && shared.words > (best?.words ?? 0)) best = { file: name, line, words: shared.words };
    });
  }
  return best === undefined ? undefined : { file: best.file, line: best.line };
}
