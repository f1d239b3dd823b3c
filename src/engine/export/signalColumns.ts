import type { Decisions } from '../../pipeline/decisions.ts';
import { ORIGINS, type PairSignal, type RatedSignal, type Signal } from '../../pipeline/signals/signal.ts';
import type { Decided } from '../decideProject.ts';
import { fileOfRow } from '../fileOfRow.ts';
import { shapeOfRows } from '../shape.ts';
import type { Survey } from '../surveyLogs.ts';
import type { KeptItems, KeptRecords, PairColumns, RatedColumns, WriteSource } from '../tasks.ts';
import { emptyItems, recordColumns } from './taskColumns.ts';

/** The digest rows whose text a signal takes, in the order of its records. */
export function rowsOfSignal(
  decisions: Decisions,
  signal: Signal & { readonly rejected?: PairSignal['rejected'] },
): number[] {
  const { answer, rejected } = signal;
  const start = decisions.itemStart[answer.item] ?? 0;
  const rows = Array.from(decisions.itemRows.subarray(start + answer.from, start + answer.before));
  rows.push(answer.row);
  if (rejected !== undefined) rows.push(rejected.row);
  return rows;
}

/** The number of its shape, as of kept items. */
export function shapeOfSignal(decisions: Decisions, signal: Signal): number {
  const { answer } = signal;
  const rows = rowsOfSignal(decisions, signal);
  const before = rows
    .slice(0, answer.before - answer.from)
    .reduce((sum, row) => sum + (decisions.digest.rows.exchanges[row] ?? 0), 0);
  return shapeOfRows(decisions, rows, before + answer.exchange + 1);
}

interface Columns {
  readonly items: KeptItems;
  readonly records: KeptRecords;
  readonly sources: readonly WriteSource[];
}

/**
 * What a task is told of signals and their records.
 * @param paths where the plain bytes of each raw file are
 * @param one_stream all count as `train`
 */
export function signalColumns(
  { survey, decisions }: Decided,
  signals: readonly (RatedSignal | PairSignal)[],
  paths: readonly string[],
  one_stream: boolean,
): Columns {
  const items = emptyItems(signals.length);
  const rows: number[] = [];
  const exchanges: number[] = [];
  const { facets, exchanges: all } = decisions.digest.rows;
  for (const [place, signal] of signals.entries()) {
    const { answer, split } = signal;
    for (const row of rowsOfSignal(decisions, signal)) {
      rows.push(row);
      exchanges.push(all[row] ?? 0);
    }
    const rejected = 'rejected' in signal ? signal.rejected : undefined;
    const own = exchanges.length - (rejected === undefined ? 1 : 2);
    exchanges[own] = answer.exchange + 1;
    if (rejected !== undefined) exchanges[own + 1] = rejected.exchange + 1;
    items.firstRecord[place + 1] = rows.length;
    items.split[place] = one_stream ? 0 : split;
    items.language[place] = facets.language[answer.row] ?? 0;
    items.rating[place] = Math.round(answer.rating * 1000) / 1000;
    items.clusterSize[place] = decisions.clusterSize[decisions.leader[answer.item] ?? answer.item] ?? 1;
    items.shape[place] = shapeOfSignal(decisions, signal);
  }
  return { items, ...recordColumns(survey, decisions, rows, (place) => exchanges[place] ?? 0, paths) };
}

export function ratedColumns(signals: readonly RatedSignal[]): RatedColumns {
  return { kind: 'rated', label: Uint8Array.from(signals, ({ label }) => (label ? 1 : 0)) };
}

/** @param paths where the plain bytes of each file of feedback are */
export function pairColumns(
  { survey, decisions }: Decided,
  signals: readonly PairSignal[],
  paths: readonly string[],
  max_similarity: number,
): PairColumns {
  const { feedback } = survey;
  const files = new Map<number, number>();
  const corrections = {
    source: new Uint32Array(signals.length),
    offset: new Float64Array(signals.length),
    bytes: new Uint32Array(signals.length),
    line: new Uint32Array(signals.length),
    id: new Float64Array(signals.length),
  };
  for (const [place, { correction }] of signals.entries()) {
    if (correction === undefined) continue;
    const line = decisions.surveyedFeedback(correction);
    const file = fileOfFeedback(survey, line);
    const source = files.get(file) ?? files.size;
    files.set(file, source);
    corrections.source[place] = source;
    corrections.offset[place] = feedback.rows.offset[line] ?? 0;
    corrections.bytes[place] = feedback.rows.bytes[line] ?? 0;
    corrections.line[place] = feedback.rows.line[line] ?? 0;
    corrections.id[place] = feedback.rows.id[line] ?? 0;
  }
  return {
    kind: 'pairs',
    margin: Float64Array.from(signals, ({ margin }) => margin),
    origin: Uint8Array.from(signals, ({ origin }) => ORIGINS.indexOf(origin)),
    corrections,
    sources: Array.from(files.keys(), (file) => ({
      name: survey.feedbackFiles[file]?.file.name ?? '',
      path: paths[file] ?? '',
      archive: survey.feedbackFiles[file]?.file.archive,
    })),
    max_similarity,
  };
}

/** The place in `survey.feedbackFiles` of the file that a line of feedback comes from. */
export function fileOfFeedback({ firstFeedback }: Survey, line: number): number {
  return fileOfRow({ firstRow: firstFeedback }, line);
}
