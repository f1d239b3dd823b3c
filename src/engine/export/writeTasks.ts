import type { FormatOptions } from '../../formats/format.ts';
import { orderBy } from '../../measures/order.ts';
import { placesWhere } from '../../measures/repeats.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import type { Benchmark } from '../../pipeline/decontaminate/benchmark.ts';
import type { Selection, Signal } from '../../pipeline/signals/signal.ts';
import type { Target } from '../../targets/target.ts';
import type { Decided } from '../decideProject.ts';
import type { IdRules } from '../leavingId.ts';
import type { Plans } from '../plans.ts';
import type { WriteTask } from '../tasks.ts';
import type { PreparedPart } from './prepare.ts';
import { pairColumns, ratedColumns, rowsOfSignal, signalColumns } from './signalColumns.ts';
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
  /** Where the plain bytes of each raw file are, and of each file of feedback. */
  readonly paths: readonly string[];
  readonly feedback_paths: readonly string[];
  readonly formats: WriteTask['formats'];
  readonly options: FormatOptions;
  /** Whose rules the rows follow. */
  readonly target?: Target | undefined;
  readonly ids: IdRules;
  /** What must not turn up in the data set. */
  readonly benchmark: Benchmark | undefined;
  /** Examples are to be printed, to compare those of different splits. */
  readonly prints?: WriteTask['prints'];
  /** All rows come as those of `train`, whatever their split, and without provenance. */
  readonly one_stream?: boolean;
}

/** The work of the write phase, cut so that each task reads about as much. */
export function* writeTasks(
  decided: Decided,
  part: PreparedPart,
  { plans, paths, feedback_paths, formats, options, ids, benchmark, prints, one_stream = false }: WriteRules,
): Generator<WriteTask> {
  const provenance = plans.decide.conversation.unit === 'session' ? 'exchanges' : 'lines';
  const rules = {
    kind: 'write',
    read: plans.read,
    plan: plans.survey,
    benchmark,
    prints,
    formats,
    options,
    ids,
    provenance: one_stream ? 'none' : provenance,
  } as const;
  const { survey, decisions } = decided;
  const languages = decisions.digest.labels.language;
  const common = { ...rules, languages };
  let first = 0;
  for (const some of batches(part.items, bytesOfItem(decisions, part))) {
    if (part.kind === 'conversations') {
      yield { ...common, first, ...keptColumns(survey, decisions, some, paths, one_stream) };
    } else if (part.kind === 'rated') {
      const rated = signalsAt(part.selection, some);
      yield { ...common, first, ...signalColumns(decided, rated, paths, one_stream), signals: ratedColumns(rated) };
    } else {
      const pairs = signalsAt(part.selection, some);
      const { max_similarity } = plans.decide.preference;
      const signals = pairColumns(decided, pairs, feedback_paths, max_similarity);
      yield { ...common, first, ...signalColumns(decided, pairs, paths, one_stream), signals };
    }
    first += some.length;
  }
}

function signalsAt<Row extends Signal>({ signals }: Selection<Row>, places: Uint32Array): Row[] {
  return Array.from(places, (place) => signals[place]).filter((signal) => signal !== undefined);
}

/** The raw bytes of an element of `part.items`. */
export function bytesOfItem(decisions: Decisions, part: PreparedPart): (item: number) => number {
  const { bytes } = decisions.digest.rows;
  if (part.kind === 'conversations') return (item) => decisions.sumOf(item, bytes);
  const signals: readonly Signal[] = part.selection.signals;
  return (place) => {
    const signal = signals[place];
    const rows = signal === undefined ? [] : rowsOfSignal(decisions, signal);
    return rows.reduce((sum, row) => sum + (bytes[row] ?? 0), 0);
  };
}

/** Items one after the other until their records have `TASK_BYTES`. */
function* batches(items: Uint32Array, bytesOf: (item: number) => number): Generator<Uint32Array> {
  let from = 0;
  let size = 0;
  for (let place = 0; place < items.length; place++) {
    size += bytesOf(items[place] ?? 0);
    if (size < TASK_BYTES && place < items.length - 1) continue;
    yield items.subarray(from, place + 1);
    from = place + 1;
    size = 0;
  }
}
