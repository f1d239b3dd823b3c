import type { RecordPlan } from '../../pipeline/recordPlan.ts';
import type { BuiltBenchmark } from './buildBenchmark.ts';

/**
 * All that must not turn up in the data set; it is read once in a run. Nothing where the plan has none: then nothing is
 * loaded either, as most runs have none.
 * @throws CurateError for a file that cannot be read, and for one without text
 */
export async function benchmarkOf(plan: RecordPlan): Promise<BuiltBenchmark | undefined> {
  if (plan.benchmark === undefined) return undefined;
  const { builtBenchmark } = await import('./buildBenchmark.ts');
  return builtBenchmark(plan, plan.benchmark.files);
}
