import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import { checkCells } from './cells.ts';
import { checkExtraKeys, keysOf } from './extraKeys.ts';
import { illFormedAt, keysInText, keysInValue } from './jsonKeys.ts';
import type { Layout } from './layout.ts';
import { checkMasks } from './masks.ts';
import { checkPair, checkShortAnswers } from './pairs.ts';
import type { ProblemLog, Tell } from './problemLog.ts';
import { readRow } from './readRow.ts';
import { checkRoles } from './roles.ts';
import { type Rules, severityOf } from './rules.ts';
import { checkTexts } from './texts.ts';
import { checkTools } from './tools.ts';
import type { RowView } from './view.ts';

const ESCAPE = '\\u';

/** Escapes of surrogates: where there are none, no text can hold half a character. */
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;

/** What is told of rows that the checks alone find nothing wrong with. */
export type LastWord = (row: JsonObject, view: RowView, tell: Tell) => void;

/** Checks rows one after the other. */
export class RowChecker {
  readonly #layout: Layout;
  readonly #rules: Rules;
  readonly #keys: ReadonlySet<string>;
  readonly #log: ProblemLog;
  readonly #lastWord: LastWord;
  readonly #cells: boolean;
  #line = 1;
  #errors = 0;

  /**
   * @param lastWord asked of rows without errors
   * @param cells the rows are cells of CSV, whatever their format
   */
  constructor(layout: Layout, rules: Rules, log: ProblemLog, lastWord: LastWord, cells = false) {
    this.#layout = layout;
    this.#rules = rules;
    this.#keys = keysOf(layout);
    this.#log = log;
    this.#lastWord = lastWord;
    this.#cells = cells;
  }

  /** Whether the JSON of a row is what it seems: keys once, characters whole. */
  json(text: string, value: unknown, line: number): void {
    this.#line = line;
    if (keysInText(text) > keysInValue(value)) this.tell('duplicate_key', '');
    if (!text.includes(ESCAPE) || !SURROGATE_ESCAPE.test(text)) return;
    const path = illFormedAt(value);
    if (path !== undefined) this.tell('lone_surrogate', path);
  }

  /** @returns what the row says; nothing where it is no object */
  row(value: unknown, line: number): RowView | undefined {
    this.#line = line;
    if (!isObject(value)) {
      this.tell('not_an_object', '');
      return undefined;
    }
    this.#errors = 0;
    const { tell } = this;
    const view = readRow(value, this.#layout, tell);
    checkRoles(view, this.#layout, tell);
    checkTexts(view, this.#layout, tell);
    checkPair(view, this.#layout, tell);
    if (this.#rules.short_answers) checkShortAnswers(view, tell);
    checkTools(view, this.#rules, tell);
    checkMasks(view, this.#rules, tell);
    checkExtraKeys(value, view, this.#keys, this.#rules, tell);
    if (this.#cells) checkCells(view, tell);
    if (view.prompt.some(({ list }) => list.startsWith('history['))) tell('history_trained', 'history');
    if (this.#errors === 0) this.#lastWord(value, view, tell);
    return view;
  }

  /** A property, as it is handed on for every row. */
  readonly tell: Tell = (problem, key, detail) => {
    const severity = severityOf(problem, this.#rules);
    if (severity === 'off') return;
    if (severity === 'error') this.#errors++;
    this.#log.add(problem, this.#line, key, detail);
  };
}
