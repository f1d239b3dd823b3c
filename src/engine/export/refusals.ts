import { SPLITS } from '../../pipeline/split/assign.ts';
import type { Counts } from '../../report/types.ts';
import { withRefused } from '../account.ts';
import type { RefusedExample, WriteResult } from '../tasks.ts';
import type { FormatPlan } from './prepare.ts';

/** Those that refuse, in the order in which they are asked. */
const STAGES = ['format', 'target'] as const;

/** What the formats and the target refused while rows were made: by then it was planned for. */
export class Refusals {
  /** By the place of the format, then by that of the split in `SPLITS`. */
  readonly #refused: RefusedExample[][][] = [];

  add(result: WriteResult): void {
    for (const [place, splits] of result.entries()) {
      this.#refused[place] ??= SPLITS.map(() => []);
      for (const [split, { refused }] of splits.entries()) {
        for (const example of refused) this.#refused[place]?.[split]?.push(example);
      }
    }
  }

  /**
   * The plan of a format as it was carried out.
   * @param place of the format
   * @param languages by their codes in the digest
   */
  carriedOut(plan: FormatPlan, place: number, languages: readonly string[]): FormatPlan {
    const bySplit = this.#refused[place] ?? [];
    const all = bySplit.flat();
    if (all.length === 0) return plan;
    return {
      ...plan,
      account: STAGES.reduce((account, stage) => withRefused(account, recordsBy(all, stage), stage), plan.account),
      splits: less(plan.splits, sums(SPLITS.map((split, place) => [split, bySplit[place]?.length ?? 0]))),
      languages: less(plan.languages, sums(all.map(({ language }) => [languages[language] ?? '', 1]))),
      examples: plan.examples - all.length,
    };
  }
}

function recordsBy(refused: readonly RefusedExample[], stage: RefusedExample['by']): Counts {
  const theirs = refused.filter(({ by }) => by === stage);
  return sums(theirs.map(({ reason, records }) => [reason, records]));
}

function sums(pairs: readonly (readonly [string, number])[]): Counts {
  const totals: Record<string, number> = {};
  for (const [name, count] of pairs) totals[name] = (totals[name] ?? 0) + count;
  return totals;
}

function less(counts: Counts, taken: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count - (taken[name] ?? 0)]));
}
