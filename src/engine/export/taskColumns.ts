import type { Decisions } from '../../pipeline/decisions.ts';
import { UNTOUCHED } from '../../pipeline/digest.ts';
import { fileOfRow } from '../fileOfRow.ts';
import { shapeOfItem } from '../shape.ts';
import type { Survey } from '../surveyLogs.ts';
import type { KeptItems, KeptRecords, WriteSource } from '../tasks.ts';

/**
 * What a task is told of its items and their records.
 * @param paths where the plain bytes of each raw file are
 * @param one_stream all items count as `train`
 */
export function keptColumns(
  survey: Survey,
  decisions: Decisions,
  items: Uint32Array,
  paths: readonly string[],
  one_stream: boolean,
): { readonly items: KeptItems; readonly records: KeptRecords; readonly sources: readonly WriteSource[] } {
  const columns = itemColumns(decisions, items);
  if (one_stream) columns.split.fill(0);
  const rows: number[] = [];
  for (const [place, item] of items.entries()) {
    if (decisions.sizeOf(item) === 1) rows.push(decisions.firstRow(item));
    else for (const row of decisions.keptRowsOf(item)) rows.push(row);
    columns.firstRecord[place + 1] = rows.length;
  }
  const exchanges = (place: number): number => decisions.exchanges[rows[place] ?? 0] ?? 0;
  return { items: columns, ...recordColumns(survey, decisions, rows, exchanges, paths) };
}

export function emptyItems(count: number): KeptItems {
  return {
    firstRecord: new Uint32Array(count + 1),
    split: new Uint8Array(count),
    language: new Uint16Array(count),
    rating: new Float64Array(count),
    clusterSize: new Uint32Array(count),
    shape: new Uint8Array(count),
  };
}

function itemColumns(decisions: Decisions, items: Uint32Array): KeptItems {
  const { language } = decisions.digest.rows.facets;
  const columns = emptyItems(items.length);
  for (const [place, item] of items.entries()) {
    columns.split[place] = decisions.split[item] ?? 0;
    columns.language[place] = language[decisions.firstKeptRow(item)] ?? 0;
    columns.rating[place] = Math.round(decisions.ratingOf(item) * 1000) / 1000;
    columns.clusterSize[place] = decisions.clusterSize[decisions.leader[item] ?? item] ?? 1;
    columns.shape[place] = shapeOfItem(decisions, item);
  }
  return columns;
}

/** @param exchanges how many exchanges of the record at a place in `rows` go out */
export function recordColumns(
  survey: Pick<Survey, 'files' | 'firstRow'>,
  decisions: Pick<Decisions, 'digest'>,
  rows: readonly number[],
  exchanges: (place: number) => number,
  paths: readonly string[],
): { readonly records: KeptRecords; readonly sources: readonly WriteSource[] } {
  const records: KeptRecords = {
    source: new Uint32Array(rows.length),
    offset: new Float64Array(rows.length),
    bytes: new Uint32Array(rows.length),
    line: new Uint32Array(rows.length),
    exchanges: new Uint32Array(rows.length),
    untouched: new Uint8Array(rows.length),
    id: new Float64Array(rows.length),
  };
  const files = new Map<number, number>();
  const digest = decisions.digest.rows;
  for (const [place, row] of rows.entries()) {
    const file = fileOfRow(survey, row);
    const source = files.get(file) ?? files.size;
    files.set(file, source);
    records.source[place] = source;
    records.offset[place] = digest.offset[row] ?? 0;
    records.bytes[place] = digest.bytes[row] ?? 0;
    records.line[place] = digest.line[row] ?? 0;
    records.exchanges[place] = exchanges(place);
    records.untouched[place] = ((digest.flags[row] ?? 0) & UNTOUCHED) === 0 ? 0 : 1;
    records.id[place] = digest.id[row] ?? 0;
  }
  const sources = Array.from(files.keys(), (file) => ({
    name: survey.files[file]?.file.name ?? '',
    path: paths[file] ?? '',
    archive: survey.files[file]?.file.archive,
  }));
  return { records, sources };
}
