import { csvCells } from '../../inputs/csvCells.ts';
import { decode, isBlank } from '../../inputs/parseRecord.ts';
import type { RecordSink, StructureProblem } from '../../inputs/recordSplitter.ts';
import { ExamplePrinter } from '../../measures/examplePrinter.ts';
import { isObject, type JsonObject } from '../../measures/jsonObject.ts';
import { Shingler } from '../../measures/shingles.ts';
import { type ColumnNode, newColumn, noteValue } from '../../validate/columns.ts';
import { printOf, saidIn } from '../../validate/prints.ts';
import { type ProblemGroup, ProblemLog } from '../../validate/problemLog.ts';
import type { ProblemName } from '../../validate/problems.ts';
import { RowChecker } from '../../validate/rowChecker.ts';
import { severityOf } from '../../validate/rules.ts';
import { tokensIn } from '../../validate/tokensIn.ts';
import type { RowView } from '../../validate/view.ts';
import { counterFor } from '../tokenizer/tokensOf.ts';
import { brokenRow } from './brokenRow.ts';
import { lastWordOf } from './lastWord.ts';
import { type FindPersonalData, personalDataFinder } from './personalData.ts';
import { type Prints, PrintsBuilder } from './prints.ts';
import type { ValidatePlan } from './validatePlan.ts';

/** What the rows of a range gave; lines count from its beginning. */
export interface ValidateResult {
  readonly lines: number;
  readonly rows: number;
  readonly groups: readonly ProblemGroup[];
  readonly columns: ColumnNode;
  readonly prints: Prints;
  /** Of the lines for which they were asked. */
  readonly shingles: readonly RowShinglesOf[];
  /** How many labels were true, and false. */
  readonly labels: readonly [wanted: number, unwanted: number];
}

/** The different n-grams of a row, ascending. */
export interface RowShinglesOf {
  readonly line: number;
  readonly shingles: Uint32Array;
}

/** Of n-grams next to none are taken: those that rows are told apart by are in the signature. */
const NO_NGRAMS = 31;

const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = 0xfeff;

const STRUCTURE_PROBLEMS: Readonly<Record<StructureProblem, ProblemName>> = {
  too_long: 'line_too_long',
  empty_element: 'broken_array',
  array_not_closed: 'broken_array',
  text_after_array: 'broken_array',
  bad_gzip: 'broken_gzip',
};

/** Checks records one after the other. */
export class RecordChecker implements RecordSink {
  readonly #plan: ValidatePlan;
  readonly #log = new ProblemLog();
  readonly #checker: RowChecker;
  readonly #columns = newColumn();
  readonly #prints: PrintsBuilder;
  readonly #printer: ExamplePrinter;
  readonly #asked: ReadonlySet<number>;
  readonly #shingles: RowShinglesOf[] = [];
  readonly #find: FindPersonalData | undefined;
  readonly #lineAt: ((offset: number) => number) | undefined;
  readonly #countTokens: (view: RowView) => number;
  #lines = 0;
  #rows = 0;
  #wanted = 0;
  #unwanted = 0;
  #head: readonly string[] | undefined;

  /** @param lineAt the line, from 1, of a byte; where records are not one a line */
  constructor(plan: ValidatePlan, lineAt?: (offset: number) => number) {
    this.#plan = plan;
    this.#checker = new RowChecker(plan.layout, plan.rules, this.#log, lastWordOf(plan), plan.shape === 'csv');
    this.#prints = new PrintsBuilder(plan.signatures);
    this.#printer = new ExamplePrinter({ shingle: plan.ngram, ngram: plan.ngram, sampled: NO_NGRAMS });
    this.#asked = new Set(plan.shingles_of);
    this.#find = plan.scan === undefined ? undefined : personalDataFinder(plan.scan);
    this.#lineAt = lineAt;
    this.#countTokens = tokensIn(counterFor(plan.tokenizer));
  }

  take(): ValidateResult {
    return {
      lines: this.#lines,
      rows: this.#rows,
      groups: this.#log.groups(),
      columns: this.#columns,
      prints: this.#prints.finish(),
      shingles: this.#shingles,
      labels: [this.#wanted, this.#unwanted],
    };
  }

  record(bytes: Buffer, offset: number, ended: boolean): void {
    const line = this.#lineAt?.(offset) ?? this.#lines + 1;
    this.#lines++;
    if (this.#plan.shape === 'csv') {
      this.#csvRow(bytes, line, offset);
      return;
    }
    if (this.#plan.shape === 'lines') {
      if (bytes[bytes.length - 1] === CARRIAGE_RETURN) this.#tell('crlf', line);
      if (!ended) this.#tell('no_final_newline', line);
      if (isBlank(bytes)) {
        this.#tell('blank_line', line);
        return;
      }
    }
    const json = decode(bytes);
    if (json === undefined) {
      this.#tell('not_utf8', line);
      return;
    }
    this.#jsonRow(json.charCodeAt(0) === BYTE_ORDER_MARK ? json.slice(1) : json, line, offset);
  }

  /** A row of Parquet, where what is missing is null; its columns have their types by themselves. */
  values(row: JsonObject): void {
    this.#lines++;
    this.#check(withoutNulls(row), this.#lines);
  }

  broken(reason: StructureProblem, offset: number): void {
    this.#lines++;
    this.#tell(STRUCTURE_PROBLEMS[reason], this.#lineAt?.(offset) ?? this.#lines);
  }

  #jsonRow(json: string, line: number, offset: number): void {
    let value: unknown;
    try {
      value = JSON.parse(json);
    } catch {
      this.#tell(brokenRow(json), line);
      return;
    }
    this.#checker.json(json, value, line);
    this.#row(value, line, offset);
  }

  #csvRow(bytes: Buffer, line: number, offset: number): void {
    const text = decode(bytes);
    if (text === undefined) {
      this.#tell('not_utf8', line);
      return;
    }
    const row = text.endsWith('\r') ? text.slice(0, -1) : text;
    const cells = csvCells(row.charCodeAt(0) === BYTE_ORDER_MARK ? row.slice(1) : row);
    if (this.#head === undefined) {
      this.#head = cells;
      return;
    }
    if (row === '') {
      this.#tell('blank_line', line);
      return;
    }
    if (cells.length !== this.#head.length) {
      this.#tell('cells_missing', line);
      return;
    }
    this.#row(Object.fromEntries(this.#head.map((name, place) => [name, cells[place] ?? ''])), line, offset);
  }

  #row(value: unknown, line: number, offset: number): void {
    if (this.#check(value, line)) noteValue(this.#columns, value, { line, offset });
  }

  /** @returns whether it is a row at all */
  #check(value: unknown, line: number): boolean {
    const view = this.#checker.row(value, line);
    if (view === undefined) return false;
    this.#rows++;
    if (view.label === true) this.#wanted++;
    if (view.label === false) this.#unwanted++;
    const print = printOf(view, this.#plan.layout, this.#printer);
    const tokens = this.#countTokens(view);
    this.#prints.add(print, line, tokens, this.#printer);
    if (this.#asked.has(line)) this.#shingles.push({ line, shingles: this.#shinglesOf(view) });
    if (this.#plan.max_tokens !== undefined && tokens > this.#plan.max_tokens) this.#tell('too_many_tokens', line);
    this.#findPersonalData(view);
    return true;
  }

  #shinglesOf(view: RowView): Uint32Array {
    const shingler = new Shingler(this.#plan.ngram);
    for (const text of saidIn(view)) shingler.add(text);
    return shingler.shingles().slice();
  }

  #findPersonalData(view: RowView): void {
    const find = this.#find;
    if (find === undefined) return;
    for (const side of [view.prompt, view.answer, view.chosen, view.rejected]) {
      for (const turn of side) find(turn, this.#checker.tell);
    }
  }

  #tell(problem: ProblemName, line: number): void {
    if (severityOf(problem, this.#plan.rules) !== 'off') this.#log.add(problem, line, '');
  }
}

function withoutNulls(row: JsonObject): JsonObject {
  const kept = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutNullsInside(value)]));
}

function withoutNullsInside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullsInside);
  return isObject(value) ? withoutNulls(value) : value;
}
