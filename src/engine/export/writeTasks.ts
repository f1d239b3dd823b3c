import type { ExampleShape, ExportShape, Format, FormatOptions } from '../../formats/format.ts';
import { identity, orderBy } from '../../measures/order.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import { UNTOUCHED } from '../../pipeline/digest.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import type { Plans } from '../plans.ts';
import { joinShapes, shapeOfItem } from '../shape.ts';
import type { Survey } from '../surveyLogs.ts';
import type { KeptItem, KeptRecord, WriteSource, WriteTask } from '../tasks.ts';

/** Raw bytes that one task reads again: what a worker has in memory at a time. */
const TASK_BYTES = 512 * 1024;

/** The items that stay, in the order of the logs. */
export function keptItems(decisions: Decisions): Uint32Array {
  const items = identity(decisions.itemCount).filter((item) => decisions.isKept(item));
  const firstRows = new Float64Array(items.length);
  for (let place = 0; place < items.length; place++) firstRows[place] = decisions.firstRow(items[place] ?? 0);
  return orderBy(firstRows).map((place) => items[place] ?? 0);
}

/** What is true of all examples together that the format takes. */
export function exportShape(
  decisions: Decisions,
  items: Uint32Array,
  format: Format,
  options: FormatOptions,
): ExportShape {
  let shape: ExampleShape = { system: false, several_turns: false, tools: false };
  for (const item of items) {
    const own = shapeOfItem(decisions, item);
    if (format.refuses(own, options) === undefined) shape = joinShapes(shape, own);
  }
  return shape;
}

/** The work of the write phase, cut so that each task reads about as much. */
export function* writeTasks(
  { survey, decisions }: { survey: Survey; decisions: Decisions },
  items: Uint32Array,
  settings: {
    readonly plans: Plans;
    /** Where the plain bytes of each file are. */
    readonly paths: readonly string[];
    readonly formats: WriteTask['formats'];
    readonly options: FormatOptions;
    readonly id_key: string | undefined;
    readonly one_stream?: boolean;
  },
): Generator<WriteTask> {
  const { plans, formats, options, id_key } = settings;
  const common = { kind: 'write', read: plans.read, plan: plans.survey, formats, options, id_key } as const;
  const sessions = plans.decide.conversation.unit === 'session';
  const newBatch = () => new Batch(survey, decisions, settings.paths, settings.one_stream === true);
  let batch = newBatch();
  for (const item of items) {
    batch.add(item);
    if (batch.bytes < TASK_BYTES) continue;
    yield { ...common, sessions, sources: batch.sources, items: batch.items };
    batch = newBatch();
  }
  if (batch.items.length > 0) yield { ...common, sessions, sources: batch.sources, items: batch.items };
}

class Batch {
  bytes = 0;
  readonly items: KeptItem[] = [];
  readonly sources: WriteSource[] = [];
  readonly #places = new Map<number, number>();
  readonly #survey: Survey;
  readonly #decisions: Decisions;
  readonly #paths: readonly string[];
  readonly #oneStream: boolean;

  constructor(survey: Survey, decisions: Decisions, paths: readonly string[], oneStream: boolean) {
    this.#survey = survey;
    this.#decisions = decisions;
    this.#paths = paths;
    this.#oneStream = oneStream;
  }

  add(item: number): void {
    const decisions = this.#decisions;
    const rating = decisions.ratingOf(item);
    const { facets } = decisions.digest.rows;
    this.items.push({
      records: Array.from(decisions.keptRowsOf(item), (row) => this.#record(row)),
      split: this.#oneStream ? 'train' : (SPLITS[decisions.split[item] ?? 0] ?? 'train'),
      language: decisions.digest.labels.language[facets.language[decisions.firstRow(item)] ?? 0] ?? '',
      rating: Number.isNaN(rating) ? undefined : Math.round(rating * 1000) / 1000,
      cluster_size: decisions.clusterSize[decisions.leader[item] ?? item] ?? 1,
      shape: shapeOfItem(decisions, item),
    });
  }

  #record(row: number): KeptRecord {
    const { rows } = this.#decisions.digest;
    const bytes = rows.bytes[row] ?? 0;
    this.bytes += bytes;
    return {
      source: this.#source(fileOfRow(this.#survey, row)),
      offset: rows.offset[row] ?? 0,
      bytes,
      line: rows.line[row] ?? 0,
      exchanges: this.#decisions.exchanges[row] ?? 0,
      untouched: ((rows.flags[row] ?? 0) & UNTOUCHED) !== 0,
      id: rows.id[row] ?? 0,
    };
  }

  #source(file: number): number {
    const known = this.#places.get(file);
    if (known !== undefined) return known;
    const place = this.sources.length;
    this.#places.set(file, place);
    this.sources.push({ name: this.#survey.files[file]?.file.name ?? '', path: this.#paths[file] ?? '' });
    return place;
  }
}

/** The place in `survey.files` of the file that a row comes from. */
export function fileOfRow({ firstRow }: Survey, row: number): number {
  let low = 0;
  let high = firstRow.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((firstRow[middle] ?? 0) <= row) low = middle;
    else high = middle;
  }
  return low;
}
