import { findControlTokens } from '../measures/controlTokens/find.ts';
import { isObject } from '../measures/jsonObject.ts';
import type { Layout } from './layout.ts';
import type { Tell } from './problemLog.ts';
import type { RowView, Turn } from './view.ts';
import { textPathOf } from './view.ts';

/** What is wrong with the texts of a row by themselves. */
export function checkTexts(view: RowView, { kind, format }: Layout, tell: Tell): void {
  // Literal templates are made of control tokens.
  const literal = kind === 'text';
  for (const side of [view.prompt, view.answer, view.chosen, view.rejected]) {
    for (const turn of side) {
      if (isEmpty(turn) && !mayBeEmpty(turn, format)) tell('empty_text', textPathOf(turn));
      if (!literal) checkControlTokens(turn, tell);
    }
  }
}

/** What is missing, null or of another type is told as that. */
function isEmpty({ text, entry, field, list }: Turn): boolean {
  // Pieces of text are cut where they are cut, also around a line end.
  if ((list === 'segments' ? text : text.trim()) !== '') return false;
  if (entry === undefined) return true;
  const content = entry[field];
  if (Array.isArray(content)) return content.every((part) => isObject(part) && 'text' in part);
  return typeof content === 'string' && !hasCalls(entry);
}

function hasCalls({ tool_calls, function_call }: NonNullable<Turn['entry']>): boolean {
  return (Array.isArray(tool_calls) && tool_calls.length > 0) || function_call !== undefined;
}

/** An Alpaca row without further input, and a tool that has nothing to say. */
function mayBeEmpty({ list, role, field }: Turn, format: string): boolean {
  return role === 'tool' || (field === '' && (list === 'system' || (format !== 'csv' && list === 'input')));
}

function checkControlTokens(turn: Turn, tell: Tell): void {
  const found = findControlTokens(turn.text);
  if (found.length === 0) return;
  for (const family of new Set(found.map((one) => one.family))) tell('control_token', textPathOf(turn), family);
}
