import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import type { Layout, Part, TurnKeys } from './layout.ts';
import type { Tell } from './problemLog.ts';
import { readRanked } from './ranked.ts';
import { emptyView, type RowView, type Turn } from './view.ts';

/** Reads a row by its layout, and tells what is missing and what is of another type than it should be. */
export function readRow(row: JsonObject, layout: Layout, tell: Tell): RowView {
  const view = emptyView();
  for (const part of layout.parts) {
    const value = valueAt(row, part.key);
    if (value === undefined) {
      if (part.required) tell('missing_key', part.key);
    } else if (value === null) {
      if (part.required) tell('null_value', part.key);
    } else readPart(value, part, view, tell);
  }
  return view;
}

function valueAt(row: JsonObject, key: string): unknown {
  const dot = key.indexOf('.');
  if (dot === -1) return row[key];
  const outer = row[key.slice(0, dot)];
  return isObject(outer) ? valueAt(outer, key.slice(dot + 1)) : undefined;
}

function readPart(value: unknown, part: Part, view: RowView, tell: Tell): void {
  const turns = view[part.side];
  switch (part.holds) {
    case 'text':
      readText(value, part, turns, tell);
      return;
    case 'turns':
      readTurns(value, part.key, part.turn, turns, tell);
      return;
    case 'turn':
      readTurn(value, part.key, -1, part.turn, turns, tell);
      return;
    case 'either':
      if (Array.isArray(value)) readTurns(value, part.key, part.turn, turns, tell);
      else readText(value, part, turns, tell);
      return;
    case 'answer':
      if (Array.isArray(value)) readTurns(value, part.key, part.turn, turns, tell);
      else if (isObject(value)) readTurn(value, part.key, -1, part.turn, turns, tell);
      else readText(value, part, turns, tell);
      return;
    case 'history':
      readHistory(value, part.key, turns, tell);
      return;
    case 'system':
      readSystem(value, part, turns, tell);
      return;
    case 'segments':
      readSegments(value, part.key, turns, tell);
      return;
    case 'ranked':
      readRanked(value, part, view, tell);
      return;
    case 'margin':
      if (typeof value !== 'number') tell('wrong_type', part.key);
      return;
    case 'label':
      view.label = value;
      if (typeof value !== 'boolean') tell('label_not_boolean', part.key);
      return;
    case 'tools':
      view.tools = value;
      view.toolsKey = part.key;
  }
}

function readText(value: unknown, { key, role }: Part, turns: Turn[], tell: Tell): void {
  if (typeof value !== 'string') {
    tell('wrong_type', key);
    return;
  }
  turns.push({ role, text: value, list: key, place: -1, field: '', entry: undefined });
}

/** Reads a list of messages. */
export function readTurns(value: unknown, key: string, keys: TurnKeys, turns: Turn[], tell: Tell): void {
  if (!Array.isArray(value)) {
    tell('wrong_type', key);
    return;
  }
  if (value.length === 0) {
    tell('empty_messages', key);
    return;
  }
  for (let place = 0; place < value.length; place++) readTurn(value[place], key, place, keys, turns, tell);
}

/** Reads a message, in a list or by itself. */
export function readTurn(value: unknown, list: string, place: number, keys: TurnKeys, turns: Turn[], tell: Tell): void {
  const path = (): string => (place === -1 ? list : `${list}[${place}]`);
  if (!isObject(value)) {
    tell('wrong_type', path());
    return;
  }
  const name = value[keys.role];
  const role = typeof name === 'string' && Object.hasOwn(keys.roles, name) ? keys.roles[name] : undefined;
  if (name === undefined) tell('missing_key', `${path()}.${keys.role}`);
  else if (role === undefined) tell('unknown_role', `${path()}.${keys.role}`);
  const text = contentOf(value, keys, path, tell);
  turns.push({ role, text, list, place, field: keys.content, entry: value });
}

function contentOf(entry: JsonObject, keys: TurnKeys, path: () => string, tell: Tell): string {
  const content = entry[keys.content];
  if (typeof content === 'string' && !keys.parts) return content;
  const key = (): string => `${path()}.${keys.content}`;
  if (content === undefined) {
    if (!callsTools(entry)) tell('missing_key', key());
    return '';
  }
  if (content === null) {
    tell(callsTools(entry) ? 'null_beside_calls' : 'null_value', key());
    return '';
  }
  if (!Array.isArray(content)) {
    tell('wrong_type', key());
    return '';
  }
  return textOfParts(content, keys.parts, key, tell);
}

function callsTools({ tool_calls, function_call }: JsonObject): boolean {
  return (Array.isArray(tool_calls) && tool_calls.length > 0) || isObject(function_call);
}

/** The texts of `[{"text"}]`, joined; parts that are no text are other media where the format takes such. */
function textOfParts(parts: readonly unknown[], bare: boolean, key: () => string, tell: Tell): string {
  if (parts.length === 0) tell('empty_text', key());
  let joined = '';
  for (let place = 0; place < parts.length; place++) {
    const part = parts[place];
    // `value` is what LLaMA-Factory calls it (data/v1 of its repository).
    const text = isObject(part) ? (part.text ?? part.value) : undefined;
    if (typeof text === 'string') joined += joined === '' ? text : `\n${text}`;
    else if (!isObject(part) || 'text' in part || (!bare && typeof part.type !== 'string'))
      tell('wrong_type', `${key()}[${place}]`);
  }
  return joined;
}

/** `[[question, answer], …]`. */
function readHistory(value: unknown, key: string, turns: Turn[], tell: Tell): void {
  if (!Array.isArray(value)) {
    tell('wrong_type', key);
    return;
  }
  for (let place = 0; place < value.length; place++) {
    const exchange: unknown = value[place];
    const list = `${key}[${place}]`;
    if (!Array.isArray(exchange) || exchange.length !== 2) tell('wrong_type', list);
    else {
      for (const [at, role] of (['user', 'assistant'] as const).entries()) {
        const text: unknown = exchange[at];
        if (typeof text === 'string') turns.push({ role, text, list, place: at, field: '', entry: undefined });
        else tell('wrong_type', `${list}[${at}]`);
      }
    }
  }
}

/** A text, or `[{"text"}]`, or `{"parts": [{"text"}]}`. An empty one is none. */
function readSystem(value: unknown, { key, turn }: Part, turns: Turn[], tell: Tell): void {
  const parts = isObject(value) ? value.parts : value;
  if (typeof parts !== 'string' && !Array.isArray(parts)) {
    tell('wrong_type', key);
    return;
  }
  if (parts.length === 0) return; // as good as none
  const text = typeof parts === 'string' ? parts : textOfParts(parts, turn.parts, () => key, tell);
  if (text !== '') turns.push({ role: 'system', text, list: key, place: -1, field: '', entry: undefined });
}

/** `[{"label": true, "text"}]`, as axolotl's `input_output` has them. */
function readSegments(value: unknown, key: string, turns: Turn[], tell: Tell): void {
  if (!Array.isArray(value)) {
    tell('wrong_type', key);
    return;
  }
  if (value.length === 0) {
    tell('empty_messages', key);
    return;
  }
  for (let place = 0; place < value.length; place++) {
    const entry: unknown = value[place];
    if (!isObject(entry)) tell('wrong_type', `${key}[${place}]`);
    else if (typeof entry.text !== 'string')
      tell('text' in entry ? 'wrong_type' : 'missing_key', `${key}[${place}].text`);
    else {
      if (typeof entry.label !== 'boolean') tell('label_not_boolean', `${key}[${place}].label`);
      const role = entry.label === true ? 'assistant' : 'user';
      turns.push({ role, text: entry.text, list: key, place, field: 'text', entry });
    }
  }
}
