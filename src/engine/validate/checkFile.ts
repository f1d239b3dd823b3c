import { basename } from 'node:path';
import { sameRows } from '../../validate/sameRows.ts';
import type { DataSet, ReadyFile } from './dataSet.ts';
import type { ProblemTable } from './problemTable.ts';

/** What is wrong with a file before its rows are looked at; whether they can be. */
export function checkFile(
  { file, head, layout }: ReadyFile,
  { rules, facts, info, target }: DataSet,
  table: ProblemTable,
): boolean {
  const tell = (problem: Parameters<ProblemTable['add']>[0], line = 0, note?: string): void =>
    table.add(problem, { file: file.name, line, key: '', ...(note !== undefined && { note }) }, rules);
  if (facts !== undefined) {
    if (file.gzip && !facts.gzip) tell('gzip_refused');
    if (!facts.containers.includes(file.container)) tell('container_refused', 0, facts.containers.join(', '));
    if (facts.limits.max_bytes !== undefined && file.bytes > facts.limits.max_bytes) tell('file_too_large');
    checkName(file, facts.files, tell);
    if (layout !== undefined && sameRows(layout.format, facts.formats) === undefined)
      tell('format_refused', 0, layout.format);
  }
  if (info !== undefined && !info.layouts.has(file.listed)) {
    tell('file_not_listed');
    if (target === 'llama-factory') return false;
  }
  const wantsMark = facts?.byte_order_mark === true || rules.severity.byte_order_mark === 'off';
  if (head.byte_order_mark) tell('byte_order_mark', 1);
  else if (wantsMark && !head.empty) tell('byte_order_mark_missing', 1);
  if (head.unreadable === 'broken_gzip') {
    tell('broken_gzip');
    return false;
  }
  if (head.empty) {
    tell('empty_file');
    return false;
  }
  if (head.pretty_printed) {
    tell('pretty_printed', 1);
    return false;
  }
  if (head.shape === 'array' && file.container === 'jsonl') tell('array_not_lines', 1);
  if (layout === undefined) {
    if (head.unreadable !== undefined) tell(head.unreadable, 1);
    // That a row is too long says nothing of what it is.
    if (head.unreadable === undefined || head.unreadable === 'line_too_long') tell('unknown_format', 1);
  }
  return layout !== undefined;
}

type Names = NonNullable<DataSet['facts']>['files'];

/** A file of a split has the name by which the trainer looks for it, whatever stands behind it. */
function checkName(
  { name, split }: ReadyFile['file'],
  names: Names,
  tell: (problem: 'file_name', line: number, note: string) => void,
): void {
  if (split === undefined) return;
  const stem = basename(name).replace(/\..*$/, '');
  const wanted = basename(names[split]);
  // Only names of nothing but a split are looked for.
  if (stem !== wanted && SPLIT_NAMES.test(stem)) tell('file_name', 0, `${wanted} is looked for`);
}

const SPLIT_NAMES = /^(?:train|training|valid|validation|val|dev|test|eval)$/;
