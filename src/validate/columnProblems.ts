import type { ColumnNode, JsonType, Sight } from './columns.ts';
import type { ProblemName } from './problems.ts';
import { shownKey } from './shownKey.ts';

/** The columns of one file. */
export interface FileColumns {
  readonly file: string;
  readonly split: string | undefined;
  readonly columns: ColumnNode;
  /** Readers take every cell for what it looks like; of CSV alone no dates are made. */
  readonly csv: boolean;
}

/** Told of a problem in a file; `note` says more of this one place. */
export type TellOfFile = (problem: ProblemName, file: string, line: number, key: string, note?: string) => void;

/** Types that readers make one column of. */
function typesOf({ types }: ColumnNode): [JsonType, Sight][] {
  return [...types].filter(([type]) => type !== 'null').sort(([, one], [, other]) => one.line - other.line);
}

/** What is wrong with the columns of one file by themselves. `trained`: keys on top that the trainer reads. */
export function checkColumns(
  { file, columns, csv }: FileColumns,
  trained: ReadonlySet<string>,
  tell: TellOfFile,
): void {
  walk(columns, '', false, (node, path, json) => {
    checkTypes(node, path, file, tell);
    if (!json) checkLacking(node, path, file, tell);
    const only = node.types.get('null');
    if (node.types.size === 1 && only !== undefined) tell('column_all_null', file, only.line, path);
    if (!csv) checkDates(node, path, trained, file, tell);
  });
}

function checkTypes(node: ColumnNode, path: string, file: string, tell: TellOfFile): void {
  const [first, second] = typesOf(node);
  if (first === undefined || second === undefined) return;
  const [type, sight] = second;
  tell('type_changes', file, sight.line, path, `${first[0]} from line ${first[1].line}, ${type} here`);
}

/** datasets, packaged_modules/json: `chunksize` is 10 MiB; the first settles the types of all. */
const FIRST_CHUNK = 10 * 1024 * 1024;

function firstOf(node: ColumnNode | undefined): Sight | undefined {
  const sights = node === undefined ? [] : [...node.types.values()];
  return sights.reduce<Sight | undefined>(
    (first, sight) => (first === undefined || sight.line < first.line ? sight : first),
    undefined,
  );
}

function checkLacking(node: ColumnNode, path: string, file: string, tell: TellOfFile): void {
  for (const [key, { line }] of node.lacking) {
    const first = firstOf(node.keys.get(key));
    if (first === undefined) continue;
    if (first.offset > FIRST_CHUNK) tell('key_comes_late', file, first.line, join(path, key), 'first here');
    else tell('key_in_some_rows', file, line, join(path, key), 'missing here');
  }
}

function checkDates(
  node: ColumnNode,
  path: string,
  trained: ReadonlySet<string>,
  file: string,
  tell: TellOfFile,
): void {
  const sight = node.types.get('string');
  if (node.strings === 0 || node.dates < node.strings || sight === undefined) return;
  const top = /^\w+/.exec(path)?.[0] ?? '';
  tell(trained.has(top) ? 'date_column' : 'date_column_beside', file, sight.line, path);
}

/** What differs between the columns of the first file and those of another that is loaded with it. */
export function compareColumns(first: FileColumns, other: FileColumns, tell: TellOfFile): void {
  compare(first.columns, other.columns, '', { first, other, tell });
}

interface Comparison {
  readonly first: FileColumns;
  readonly other: FileColumns;
  readonly tell: TellOfFile;
}

function compare(one: ColumnNode, other: ColumnNode, path: string, comparison: Comparison): void {
  const { tell, first, other: file } = comparison;
  const [mine] = typesOf(one);
  const strange = typesOf(other).find(([type]) => type !== mine?.[0]);
  if (typesOf(one).length < 2 && strange !== undefined && other.types.size > 0) {
    const [type, sight] = strange;
    tell('type_changes', file.file, sight.line, path, `${mine?.[0] ?? 'null'} in ${first.file}, ${type} here`);
    return;
  }
  if (one.objects > 0 && other.objects > 0) compareKeys(one, other, path, comparison);
  // Messages have keys by their role; where these differ, `datasets` takes them as JSON, lists and all.
  const [elements, others] = [one.elements, other.elements];
  if (one.types.has('list') && one.filled === undefined && other.filled !== undefined && !path.includes('[]'))
    tell('key_in_some_splits', file.file, other.filled.line, path, `always empty in ${first.file}`);
  if (isReadAsJson(one) && isReadAsJson(other)) return;
  for (const [role, column] of others) {
    const known = elements.get(role);
    if (known !== undefined) compare(known, column, `${path}[]`, comparison);
  }
}

function compareKeys(one: ColumnNode, other: ColumnNode, path: string, comparison: Comparison): void {
  const { tell, first, other: file } = comparison;
  for (const [key, column] of other.keys) {
    const known = one.keys.get(key);
    if (known !== undefined) compare(known, column, join(path, key), comparison);
    else tell('key_in_some_splits', file.file, firstOf(column)?.line ?? 0, join(path, key), `missing in ${first.file}`);
  }
  for (const key of one.keys.keys()) {
    const sight = other.types.get('object');
    if (!other.keys.has(key) && sight !== undefined)
      tell('key_in_some_splits', file.file, sight.line, join(path, key), `there in ${first.file}`);
  }
}

/** `json`: `datasets` gives what is there back as it is, whatever its keys. */
type Visit = (node: ColumnNode, path: string, json: boolean) => void;

function walk(node: ColumnNode, path: string, json: boolean, visit: Visit): void {
  visit(node, path, json);
  for (const [key, column] of node.keys) walk(column, join(path, key), json, visit);
  const elementsAsJson = json || isReadAsJson(node);
  for (const column of node.elements.values()) walk(column, `${path}[]`, elementsAsJson, visit);
}

/**
 * Whether `datasets` (4.7 and later) takes these messages for JSON in every row and split, whatever keys come later: each row
 * has a question and an answer, and answers always have a key that questions never have.
 */
function isReadAsJson({ count, elements }: ColumnNode): boolean {
  const asked = elements.get('user');
  const answered = elements.get('assistant');
  if (asked === undefined || answered === undefined) return false;
  if (asked.objects < count || answered.objects < count) return false;
  return [...answered.keys].some(([key, column]) => column.count === answered.objects && !asked.keys.has(key));
}

function join(path: string, key: string): string {
  return path === '' ? shownKey(key) : `${path}.${shownKey(key)}`;
}
