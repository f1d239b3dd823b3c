import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import type { Tell } from './problemLog.ts';
import type { Rules } from './rules.ts';
import { pathOf, type RowView, type Turn } from './view.ts';

/** Whether calls of tools, their results and the definitions are as the trainer wants them. */
export function checkTools(view: RowView, rules: Rules, tell: Tell): void {
  if (view.tools !== undefined) checkDefinitions(view.tools, view.toolsKey, tell);
  const open = new Set<string>();
  let called = false;
  for (const turn of [...view.prompt, ...view.answer]) {
    const { role, entry } = turn;
    if (entry === undefined) continue;
    if (role === 'tool') {
      if (entry.from !== undefined) {
        // ShareGPT has no ids: a result stands behind its call.
        if (!called) tell('tool_result_without_call', pathOf(turn));
      } else checkResult(turn, entry, open, called, rules, tell);
      continue;
    }
    if (open.size > 0) {
      tell('tool_call_without_result', pathOf(turn));
      open.clear();
    }
    const calls = callsIn(entry, turn, tell);
    called = calls.length > 0 || entry.from === 'function_call' || callsInParts(entry);
    if (entry.from === 'function_call') checkShareGptCall(turn, tell);
    for (const [place, call] of calls.entries())
      checkCall(call, `${pathOf(turn)}.tool_calls[${place}]`, open, rules, tell);
  }
  for (const turn of [...view.chosen, ...view.rejected])
    if (turn.entry !== undefined)
      for (const [place, call] of callsIn(turn.entry, turn, tell).entries())
        checkCall(call, `${pathOf(turn)}.tool_calls[${place}]`, new Set(), rules, tell);
}

function callsIn({ tool_calls }: JsonObject, turn: Turn, tell: Tell): readonly unknown[] {
  if (tool_calls === undefined || tool_calls === null) return [];
  if (Array.isArray(tool_calls)) return tool_calls;
  tell('wrong_type', `${pathOf(turn)}.tool_calls`);
  return [];
}

/** A part of the content may be the call (Anthropic's `tool_use`, LLaMA-Factory's `tool_call`). */
function callsInParts({ content }: JsonObject): boolean {
  return Array.isArray(content) && content.some((part) => isObject(part) && String(part.type).startsWith('tool_'));
}

function checkCall(call: unknown, path: string, open: Set<string>, rules: Rules, tell: Tell): void {
  const body = isObject(call) ? call.function : undefined;
  if (!isObject(call) || !isObject(body) || typeof body.name !== 'string' || body.name === '') {
    tell('tool_call_broken', path);
    return;
  }
  checkArguments(body.arguments, `${path}.function.arguments`, rules, tell);
  if (typeof call.id === 'string') open.add(call.id);
  if (typeof call.id === 'string' ? !isId(call.id, rules) : rules.call_ids !== 'none')
    tell('tool_call_id', `${path}.id`);
}

function checkArguments(value: unknown, path: string, rules: Rules, tell: Tell): void {
  if (typeof value === 'string') {
    if (!isJsonObject(value)) tell('tool_arguments_broken', path);
    else if (rules.arguments === 'object') tell('tool_arguments_not_object', path);
  } else if (!isObject(value)) tell('tool_arguments_broken', path);
  else if (rules.arguments === 'text') tell('tool_arguments_not_text', path);
}

function isJsonObject(text: string): boolean {
  if (text.trim() === '') return true;
  try {
    return isObject(JSON.parse(text));
  } catch {
    return false;
  }
}

/** mistral-common, InstructRequestValidatorV3: nine letters and digits. */
const NINE = /^[a-zA-Z0-9]{9}$/;

function isId(id: string, { call_ids }: Rules): boolean {
  return call_ids === 'nine' ? NINE.test(id) : id !== '';
}

function checkResult(
  turn: Turn,
  entry: JsonObject,
  open: Set<string>,
  called: boolean,
  rules: Rules,
  tell: Tell,
): void {
  const id = entry.tool_call_id;
  if (id === undefined || id === '') {
    if (rules.call_ids !== 'none') tell('tool_call_id', `${pathOf(turn)}.tool_call_id`);
    else if (!called) tell('tool_result_without_call', pathOf(turn));
  } else if (typeof id !== 'string' || !open.delete(id))
    tell('tool_result_without_call', `${pathOf(turn)}.tool_call_id`);
}

/** `{"name", "arguments"}` as text (LLaMA-Factory, data/README.md), or a list of them. */
function checkShareGptCall(turn: Turn, tell: Tell): void {
  let value: unknown;
  try {
    value = JSON.parse(turn.text);
  } catch {}
  const calls: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!calls.every((call) => isObject(call) && typeof call.name === 'string')) tell('tool_call_broken', pathOf(turn));
}

function checkDefinitions(tools: unknown, key: string, tell: Tell): void {
  if (Array.isArray(tools)) {
    if (!tools.every(isObject)) tell('tools_broken', key);
    return;
  }
  if (tools === null || tools === '') return;
  if (typeof tools !== 'string') {
    tell('tools_broken', key);
    return;
  }
  try {
    const value: unknown = JSON.parse(tools);
    if (value === null || Array.isArray(value)) return;
  } catch {}
  tell('tools_broken', key);
}
