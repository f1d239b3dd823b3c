import { isObject } from '../measures/jsonObject.ts';
import { isLabel, type LabelFields } from './labelFields.ts';

/** Takes one text of a record and the path of its field, such as `messages[1].content`. */
export type TakeText = (field: string, text: string) => void;

/** Ours: the deepest log seen in the wild is four levels down. */
const MAX_DEPTH = 64;

/** A name that may be shown: anything else could be what a person wrote. */
const SHOWN_NAME = /^[A-Za-z_$][\w$-]{0,47}$/;
const LONG_NUMBER = /\d{7}/;

/** Whether the name of a field or column is fit for a report, as text of logs is not. */
export function isShownName(name: string): boolean {
  return SHOWN_NAME.test(name) && !LONG_NUMBER.test(name);
}

/**
 * Hands every string of a record to `take`, in order, but for ids and times (see `LabelFields`), and numbers of twelve
 * digits or more, for a card number may come as one. A name that may not be shown stands in paths by its place, as in
 * `metadata.<value 2>`, and is a text itself, `metadata.<name 2>`.
 * @returns false when the record is nested deeper than any log; what was handed over by then is not all
 */
export function recordTexts(record: unknown, labels: LabelFields, take: TakeText): boolean {
  return walk(record, '', '', { labels, take, depth: 0 });
}

interface Walk {
  readonly labels: LabelFields;
  readonly take: TakeText;
  depth: number;
}

/** @param name of the value in the object that is an element of a list, else '' */
function walk(value: unknown, path: string, name: string, state: Walk): boolean {
  if (typeof value === 'string') {
    if (!isLabelAt(path, name, state.labels) || !isLabel(value)) state.take(path, value);
    return true;
  }
  if (typeof value === 'number') {
    if (isLongNumber(value) && !isLabelAt(path, name, state.labels)) state.take(path, String(value));
    return true;
  }
  if (typeof value !== 'object' || value === null) return true;
  if (state.depth === MAX_DEPTH) return false;
  state.depth++;
  const whole = Array.isArray(value) ? walkList(value, path, state) : walkObject(value, path, state);
  state.depth--;
  return whole;
}

/** Ours: payment cards have twelve digits at the least; below, numbers in JSON are counts, times and prices. */
function isLongNumber(value: number): boolean {
  return Number.isSafeInteger(value) && Math.abs(value) >= 1e11;
}

function isLabelAt(path: string, name: string, { onTop, inLists }: LabelFields): boolean {
  return onTop.has(path) || (name !== '' && inLists.has(name));
}

function walkList(list: readonly unknown[], path: string, state: Walk): boolean {
  for (let place = 0; place < list.length; place++) {
    if (!walk(list[place], `${path}[${place}]`, '', state)) return false;
  }
  return true;
}

function walkObject(object: object, path: string, state: Walk): boolean {
  const inList = path.endsWith(']');
  const before = path === '' ? '' : `${path}.`;
  let place = 0;
  for (const [name, value] of Object.entries(object)) {
    place++;
    const shown = isShownName(name);
    if (!shown) state.take(`${before}<name ${place}>`, name);
    const field = before + (shown ? name : `<value ${place}>`);
    if (!walk(value, field, inList ? name : '', state)) return false;
  }
  return true;
}

/** A record as lines have it: an object or a list, but not a lone text or number. */
export function isRecord(value: unknown): value is object {
  return isObject(value) || Array.isArray(value);
}
