import type { FormatOptions } from '../../formats/format.ts';
import { orderBy } from '../../measures/order.ts';
import { placesWhere } from '../../measures/repeats.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import type { Target } from '../../targets/target.ts';
import type { IdRules } from '../leavingId.ts';
import type { Plans } from '../plans.ts';
import type { Survey } from '../surveyLogs.ts';
import type { WriteTask } from '../tasks.ts';
import { keptColumns } from './taskColumns.ts';

/** Raw bytes that one task reads again: what a worker has in memory at a time. */
const TASK_BYTES = 512 * 1024;

/** The items that stay, in the order of the logs. */
export function keptItems(decisions: Decisions): Uint32Array {
  const items = placesWhere(decisions.itemCount, (item) => decisions.isKept(item));
  const firstRows = new Float64Array(items.length);
  for (let place = 0; place < items.length; place++) firstRows[place] = decisions.firstKeptRow(items[place] ?? 0);
  const order = orderBy(firstRows);
  for (let place = 0; place < order.length; place++) order[place] = items[order[place] ?? 0] ?? 0;
  return order;
}

/** What a write task is told beside its items. */
export interface WriteRules {
  readonly plans: Plans;
  /** Where the plain bytes of each raw file are. */
  readonly paths: readonly string[];
  readonly formats: WriteTask['formats'];
  readonly options: FormatOptions;
  /** Whose rules the rows follow. */
  readonly target?: Target | undefined;
  readonly ids: IdRules;
  /** All rows come as those of `train`, whatever their split, and without provenance. */
  readonly one_stream?: boolean;
}

/** The work of the write phase, cut so that each task reads about as much. */
export function* writeTasks(
  { survey, decisions }: { survey: Survey; decisions: Decisions },
  items: Uint32Array,
  { plans, paths, formats, options, ids, one_stream = false }: WriteRules,
): Generator<WriteTask> {
  const provenance = plans.decide.conversation.unit === 'session' ? 'exchanges' : 'lines';
  const rules = {
    kind: 'write',
    read: plans.read,
    plan: plans.survey,
    formats,
    options,
    ids,
    provenance: one_stream ? 'none' : provenance,
  } as const;
  const languages = decisions.digest.labels.language;
  for (const some of batches(decisions, items)) {
    yield { ...rules, languages, ...keptColumns(survey, decisions, some, paths, one_stream) };
  }
}

/** Items one after the other until their records have `TASK_BYTES`. */
function* batches(decisions: Decisions, items: Uint32Array): Generator<Uint32Array> {
  const { bytes } = decisions.digest.rows;
  let from = 0;
  let size = 0;
  for (let place = 0; place < items.length; place++) {
    size += decisions.sumOf(items[place] ?? 0, bytes);
    if (size < TASK_BYTES && place < items.length - 1) continue;
    yield items.subarray(from, place + 1);
    from = place + 1;
    size = 0;
  }
}
