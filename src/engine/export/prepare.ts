import type { ExportShape, Format, FormatOptions } from '../../formats/format.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import type { Counts } from '../../report/types.ts';
import { type Account, accountOf, withRefused } from '../account.ts';
import type { Decided, Project } from '../project.ts';
import { shapeOfItem } from '../shape.ts';
import { exportShape, keptItems } from './writeTasks.ts';

/** What is known of a format's export before its first row is written. */
export interface FormatPlan {
  readonly format: Format;
  readonly shape: ExportShape;
  readonly account: Account;
  /** Examples by split. */
  readonly splits: Counts;
  /** Examples by language. */
  readonly languages: Counts;
  readonly examples: number;
}

export interface PreparedExport {
  /** Kept items in the order of the logs. */
  readonly items: Uint32Array;
  readonly formats: readonly FormatPlan[];
}

/** Settles, over all kept items, what each format takes and what its rows look like. */
export function prepareExport(
  { decisions }: Decided,
  project: Project,
  formats: readonly Format[],
  options: FormatOptions,
): PreparedExport {
  const items = keptItems(decisions);
  const account = accountOf(decisions, project.plans.survey);
  const language = decisions.digest.rows.facets.language;
  return {
    items,
    formats: formats.map((format) => {
      const refused: Record<string, number> = {};
      const splits: Record<string, number> = { train: 0, val: 0, test: 0 };
      const languages: Record<string, number> = {};
      let examples = 0;
      for (const item of items) {
        const reason = format.refuses(shapeOfItem(decisions, item), options);
        if (reason !== undefined) {
          refused[reason] = (refused[reason] ?? 0) + decisions.keptRowsOf(item).length;
          continue;
        }
        examples++;
        const split = SPLITS[decisions.split[item] ?? 0] ?? 'train';
        splits[split] = (splits[split] ?? 0) + 1;
        const spoken = decisions.digest.labels.language[language[decisions.firstRow(item)] ?? 0] ?? '';
        languages[spoken] = (languages[spoken] ?? 0) + 1;
      }
      const shape = exportShape(decisions, items, format, options);
      return { format, shape, account: withRefused(account, refused), splits, languages, examples };
    }),
  };
}
