import { isObject } from '../measures/jsonObject.ts';

/** A JSON type; whole numbers and others are one, as JSON cannot tell 4.0 from 4. */
export type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'list';

/** The first row where something was seen: its line, and its byte in the file. */
export interface Sight {
  readonly line: number;
  readonly offset: number;
}

/** What a key held over many rows. Plain data, so that it can come from a worker thread. */
export interface ColumnNode {
  /** How often the key was there. */
  count: number;
  readonly types: Map<JsonType, Sight>;
  strings: number;
  /** How many of the strings look like a date, as pyarrow reads dates. */
  dates: number;
  /** Lists that held something. */
  filled: Sight | undefined;
  /** How many objects there were, and their keys. */
  objects: number;
  readonly keys: Map<string, ColumnNode>;
  /** The first row that lacked a key which was seen before or came later, by key: where an object was without it. */
  readonly lacking: Map<string, Sight>;
  /** Elements of lists; messages by their role, for their keys differ by it. */
  readonly elements: Map<string, ColumnNode>;
}

export function newColumn(): ColumnNode {
  return {
    count: 0,
    types: new Map(),
    strings: 0,
    dates: 0,
    filled: undefined,
    objects: 0,
    keys: new Map(),
    lacking: new Map(),
    elements: new Map(),
  };
}

/** Values of these keys differ from row to row by nature: schemas of tools, and what they are called with. */
const OPAQUE: ReadonlySet<string> = new Set(['arguments', 'parameters', 'tools', 'function']);

/** Ours: no format nests deeper, and hostile rows do. */
const MOST_LEVELS = 8;
/** Ours: rows with a key for every value would fill the memory. */
const MOST_KEYS = 512;

/** Takes a value into its column. */
export function noteValue(node: ColumnNode, value: unknown, sight: Sight, level = 0): void {
  node.count++;
  switch (typeof value) {
    case 'string':
      noteType(node, 'string', sight);
      node.strings++;
      if (looksLikeDate(value)) node.dates++;
      return;
    case 'number':
      noteType(node, 'number', sight);
      return;
    case 'boolean':
      noteType(node, 'boolean', sight);
      return;
    default:
      if (value === null || typeof value !== 'object') {
        noteType(node, 'null', sight);
        return;
      }
      if (Array.isArray(value)) {
        noteList(node, value, sight, level);
        return;
      }
      noteType(node, 'object', sight);
      noteKeys(node, value, sight, level);
  }
}

function noteType(node: ColumnNode, type: JsonType, sight: Sight): void {
  if (!node.types.has(type)) node.types.set(type, sight);
}

function noteList(node: ColumnNode, list: readonly unknown[], sight: Sight, level: number): void {
  noteType(node, 'list', sight);
  if (list.length === 0) return;
  node.filled ??= sight;
  if (level >= MOST_LEVELS) return;
  for (const element of list) {
    const name = roleOf(element);
    let column = node.elements.get(name);
    if (column === undefined) {
      column = newColumn();
      node.elements.set(name, column);
    }
    noteValue(column, element, sight, level + 1);
  }
}

/** Ours: roles are few; what has more is no role. */
const MOST_ROLE = 16;

function roleOf(element: unknown): string {
  if (!isObject(element)) return '';
  const name = element.role ?? element.from;
  return typeof name === 'string' && name.length <= MOST_ROLE ? name : '';
}

function noteKeys(node: ColumnNode, object: object, sight: Sight, level: number): void {
  const { keys } = node;
  let known = 0;
  for (const [key, value] of Object.entries(object)) {
    let column = keys.get(key);
    if (column === undefined) {
      if (keys.size >= MOST_KEYS) continue;
      column = newColumn();
      keys.set(key, column);
      // Objects were seen before, and none of them had it: they are told of by the first sight of the whole.
      if (node.objects > 0 && !node.lacking.has(key)) node.lacking.set(key, node.types.get('object') ?? sight);
    }
    known++;
    if (level < MOST_LEVELS && !(OPAQUE.has(key) && typeof value === 'object' && !Array.isArray(value)))
      noteValue(column, value, sight, key === 'tools' ? MOST_LEVELS : level + 1);
    else column.count++;
  }
  node.objects++;
  if (known < keys.size) for (const key of keys.keys()) noteLack(node, object, key, sight);
}

function noteLack({ lacking }: ColumnNode, object: object, key: string, sight: Sight): void {
  if (!lacking.has(key) && !Object.hasOwn(object, key)) lacking.set(key, sight);
}

/** ISO 8601 as pyarrow takes it for a timestamp when it guesses types (arrow::util::TimestampParser, ISO8601). */
const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}(?::\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
const LONGEST_DATE = 36;

function looksLikeDate(text: string): boolean {
  return text.length >= 10 && text.length <= LONGEST_DATE && text.charCodeAt(4) === 0x2d && DATE.test(text);
}

/** Adds what was seen of a column in a later part of the same file; lines and bytes of that part count from its beginning. */
export function addColumn(node: ColumnNode, later: ColumnNode, lines: number): void {
  const moved = ({ line, offset }: Sight): Sight => ({ line: line + lines, offset });
  // Keys that one part knows and the other does not are lacking in that other.
  if (node.objects > 0 && later.objects > 0) {
    for (const key of later.keys.keys()) {
      const first = node.types.get('object');
      if (!node.keys.has(key) && first !== undefined) node.lacking.set(key, first);
    }
    for (const key of node.keys.keys()) {
      const first = later.types.get('object');
      if (!later.keys.has(key) && !node.lacking.has(key) && first !== undefined) node.lacking.set(key, moved(first));
    }
  }
  for (const [key, sight] of later.lacking) if (!node.lacking.has(key)) node.lacking.set(key, moved(sight));
  for (const [type, sight] of later.types) if (!node.types.has(type)) node.types.set(type, moved(sight));
  if (later.filled !== undefined) node.filled ??= moved(later.filled);
  node.count += later.count;
  node.strings += later.strings;
  node.dates += later.dates;
  node.objects += later.objects;
  addAll(node.keys, later.keys, lines);
  addAll(node.elements, later.elements, lines);
}

function addAll(own: Map<string, ColumnNode>, later: ReadonlyMap<string, ColumnNode>, lines: number): void {
  for (const [name, column] of later) {
    let known = own.get(name);
    if (known === undefined) {
      known = newColumn();
      own.set(name, known);
    }
    addColumn(known, column, lines);
  }
}
