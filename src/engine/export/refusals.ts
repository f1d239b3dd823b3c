import type { FormatOptions } from '../../formats/format.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import type { Counts } from '../../report/types.ts';
import { withRefused } from '../account.ts';
import type { Decided } from '../decideProject.ts';
import type { Project } from '../project.ts';
import type { RefusedExample, WriteResult } from '../tasks.ts';
import { type FormatPlan, inOrderOf, type PreparedExport, type PreparedPart } from './prepare.ts';
import { signalPlan } from './signalPlan.ts';

/** Those that refuse, in the order in which they are asked. */
const STAGES = ['format', 'target'] as const;

/** What the formats and the target refused while rows were made: by then it was planned for. */
export class Refusals {
  /** By the kind of the formats, by the place of the format among them, then by that of the split in `SPLITS`. */
  readonly #refused = new Map<PreparedPart['kind'], RefusedExample[][][]>();

  add(result: WriteResult, { kind }: PreparedPart): void {
    const formats = this.#refused.get(kind) ?? [];
    this.#refused.set(kind, formats);
    for (const [place, splits] of result.entries()) {
      formats[place] ??= SPLITS.map(() => []);
      for (const [split, { refused }] of splits.entries()) {
        for (const example of refused) formats[place]?.[split]?.push(example);
      }
    }
  }

  /** The plans of all formats as they were carried out, in the order in which they were asked for. */
  carriedOut(
    project: Project,
    { decisions }: Decided,
    { parts, formats }: PreparedExport,
    options: FormatOptions,
  ): FormatPlan[] {
    const plans = parts.map((part) => ({
      formats: part.formats.map((plan, place) => {
        const bySplit = this.#refused.get(part.kind)?.[place] ?? [];
        if (bySplit.every(({ length }) => length === 0)) return plan;
        if (part.kind === 'conversations') return lessened(plan, bySplit, decisions.digest.labels.language);
        const refused = new Map(
          bySplit.flat().map(({ item, by, reason }) => [part.items[item] ?? 0, `${by}.${reason}`]),
        );
        return signalPlan(decisions, project, part, {
          format: plan.format,
          container: plan.container,
          options,
          refused,
        });
      }),
    }));
    return inOrderOf(
      formats.map(({ format }) => format),
      plans,
    );
  }
}

/** @param languages by their codes in the digest */
function lessened(
  plan: FormatPlan,
  bySplit: readonly (readonly RefusedExample[])[],
  languages: readonly string[],
): FormatPlan {
  const all = bySplit.flat();
  return {
    ...plan,
    account: STAGES.reduce((account, stage) => withRefused(account, recordsBy(all, stage), stage), plan.account),
    splits: less(plan.splits, sums(SPLITS.map((split, place) => [split, bySplit[place]?.length ?? 0]))),
    languages: less(plan.languages, sums(all.map(({ language }) => [languages[language] ?? '', 1]))),
    examples: plan.examples - all.length,
  };
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
