import { isUtf8 } from 'node:buffer';
import { csvCells } from '../../inputs/csvCells.ts';
import { isBlank, parseRecord } from '../../inputs/parseRecord.ts';
import type { RecordSink, StructureProblem } from '../../inputs/recordSplitter.ts';
import { isRecord, isShownName, recordTexts } from '../../inputs/recordTexts.ts';
import { createFinder, type FindEntities } from '../../pipeline/scrub/finder.ts';
import { createFullFinder } from '../../pipeline/scrub/fullFinder.ts';
import { tagFilter, type WithoutTags } from '../../pipeline/scrub/ownTags.ts';
import { withRecognizer } from '../../pipeline/scrub/recognizer.ts';
import { detectorsOf } from '../../pipeline/scrub/scrub.ts';
import { recognizerFor } from '../recognizer/recognizerOf.ts';
import type { ScanPlan } from './scanPlan.ts';
import type { Shape } from './shape.ts';

/** Personal data at its place; offsets in UTF-16 units of the text of its field, end exclusive. */
export interface ScanFinding {
  /** From 1; in an array the number of the element. In a task, from the beginning of its range. */
  readonly line: number;
  /** A path such as `messages[1].content`, a column of CSV, or '' for a line of plain text. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  readonly score: number;
}

export interface ScanCounts {
  lines: number;
  /** Lines of a file of JSON that are none, or not UTF-8: they were scanned as plain text. */
  unreadable: number;
  /** Stretches that could not be scanned: lines over the limit, broken gzip, broken arrays. */
  unscanned: number;
}

export interface ScanResult {
  readonly counts: ScanCounts;
  readonly findings: readonly ScanFinding[];
}

const LINE_FEED = 10;

/** Scans records one after the other. */
export class RecordScanner implements RecordSink {
  readonly #shape: Shape;
  readonly #json: boolean;
  readonly #plan: ScanPlan;
  readonly #find: FindEntities;
  readonly #withoutTags: WithoutTags;
  #counts: ScanCounts = { lines: 0, unreadable: 0, unscanned: 0 };
  #findings: ScanFinding[] = [];
  /** Where the record begins that is scanned now. */
  #line = 1;
  #columns: readonly string[] | undefined;

  constructor(shape: Shape, json: boolean, plan: ScanPlan) {
    this.#shape = shape;
    this.#json = json;
    this.#plan = plan;
    this.#find = finderFor(plan);
    this.#withoutTags = tagFilter(plan.entities);
  }

  /** What was counted and found since it was last asked. */
  take(): ScanResult {
    const taken = { counts: this.#counts, findings: this.#findings };
    this.#counts = { lines: 0, unreadable: 0, unscanned: 0 };
    this.#findings = [];
    return taken;
  }

  record(bytes: Buffer): void {
    const lines = this.#shape === 'csv' || this.#shape === 'document' ? linesIn(bytes) : 1;
    this.#counts.lines += lines;
    if (this.#shape === 'csv') this.#scanRow(textOf(bytes));
    else if (!isBlank(bytes)) this.#scanRecord(bytes);
    this.#line += lines;
  }

  broken(reason: StructureProblem): void {
    this.#counts.lines++;
    this.#line++;
    // Two commas with nothing between them leave nothing unseen.
    if (reason === 'empty_element') this.#counts.unreadable++;
    else this.#counts.unscanned++;
  }

  #scanRecord(bytes: Buffer): void {
    const parsed = jsonIn(bytes);
    if (parsed !== undefined) {
      const before = this.#findings.length;
      if (recordTexts(parsed, this.#plan.labels, this.#scanText)) return;
      this.#findings.length = before; // nested too deep: its text is scanned as it stands
    }
    if (this.#json || !isUtf8(bytes)) this.#counts.unreadable++;
    this.#scanText('', textOf(bytes));
  }

  #scanRow(row: string): void {
    const cells = csvCells(row.endsWith('\r') ? row.slice(0, -1) : row);
    if (this.#columns === undefined) {
      const named = cells.every(isShownName);
      this.#columns = named ? cells : [];
      if (named) return;
    }
    for (const [place, cell] of cells.entries()) {
      recordTexts({ [this.#columns[place] ?? `column${place + 1}`]: cell }, this.#plan.labels, this.#scanText);
    }
  }

  /** A property, as it is handed on for every record. */
  readonly #scanText = (field: string, text: string): void => {
    for (const { start, end, entity, score } of this.#withoutTags(text, this.#find(text))) {
      if (score < this.#plan.min_score || !this.#isTold(entity)) continue;
      this.#findings.push({ line: this.#line, field, start, end, entity, score });
    }
  };

  #isTold(entity: string): boolean {
    const { told, entities, tells_others } = this.#plan;
    return told.has(entity) || (tells_others && !entities.includes(entity));
  }
}

let last: { readonly settings: string; readonly find: FindEntities } | undefined;

/** A scan has hundreds of ranges, and all take the same finder. */
export function finderFor({ regions, patterns, recognizer, told }: ScanPlan): FindEntities {
  const settings = JSON.stringify({ regions, patterns, recognizer, told: [...told] });
  if (last?.settings === settings) return last.find;
  const detectors = detectorsOf({ patterns });
  // What a service finds is merged with what we find, so that nothing told may stand in a finding that is not.
  const isUntold = (entity: string): boolean => !told.has(entity);
  const find =
    recognizer === null
      ? createFullFinder({ regions }, detectors, isUntold)
      : withRecognizer(createFinder({ regions }, detectors, isUntold), recognizerFor(recognizer));
  last = { settings, find };
  return find;
}

/** As Latin-1: a byte-order mark, white space, and what an object or a list begins with; or so much space that nobody can tell. */
const BEGINS_RECORD = /^(?:\u00ef\u00bb\u00bf)?[ \t\r\n]*(?:[{[]|$)/;

/** The object or list of a line of JSON; nothing for any other text. */
function jsonIn(bytes: Buffer): object | undefined {
  if (!BEGINS_RECORD.test(bytes.toString('latin1', 0, 64))) return undefined; // JSON.parse takes its time to say no
  const parsed = parseRecord(bytes);
  if (parsed !== 'not_an_object') return typeof parsed === 'string' ? undefined : parsed;
  const value: unknown = JSON.parse(textOf(bytes));
  return isRecord(value) ? value : undefined;
}

/** Bytes that are no UTF-8 become U+FFFD, one UTF-16 unit each. */
function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** How many lines the bytes stand on; a line feed at their end begins none. */
function linesIn(bytes: Buffer): number {
  let count = 1;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < bytes.length - 1; at = bytes.indexOf(LINE_FEED, at + 1))
    count++;
  return count;
}
