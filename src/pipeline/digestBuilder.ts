import { FACET_NAMES, type FacetName, OTHER_LABEL } from './conversation.ts';
import {
  allocateExchanges,
  allocateRows,
  copyExchanges,
  copyRows,
  type Digest,
  type DigestRows,
  type ExchangeRows,
  emptyLabels,
  MAX_LABELS,
} from './digest.ts';

/** A digest that grows: row by row in the survey of a range, range by range when all are put together. */
export class DigestBuilder {
  count = 0;
  exchangeCount = 0;
  rows: DigestRows;
  exchanges: ExchangeRows;
  readonly #labels = emptyLabels();
  readonly #codes: Record<FacetName, Map<string, number>> = {
    language: new Map(),
    intent: new Map(),
    framework: new Map(),
    complexity: new Map(),
    model: new Map(),
    source: new Map(),
    context: new Map(),
  };
  #changed = new Uint32Array(0);
  #cut = new Uint32Array(0);
  #capacity: number;
  readonly #mostLabels: number;
  #exchangeCapacity = 64;

  /**
   * @param expected how many rows to make room for; memory is taken up only as rows come
   * @param mostLabels of one facet that are told apart, one of them "other": `MAX_LABELS_OF_PART` for parts of all logs
   */
  constructor(expected: number, mostLabels = MAX_LABELS) {
    this.#mostLabels = mostLabels;
    this.#capacity = Math.max(expected, 16);
    this.rows = allocateRows(this.#capacity);
    this.exchanges = allocateExchanges(this.#exchangeCapacity);
  }

  /** Makes room for one more row and gives its number. */
  addRow(): number {
    this.#reserve(this.count + 1);
    return this.count++;
  }

  /** Makes room for `count` more exchanges and gives the number of the first. */
  addExchanges(count: number): number {
    const first = this.exchangeCount;
    this.#reserveExchanges(first + count);
    this.exchangeCount += count;
    return first;
  }

  /** The code of a label. */
  code(facet: FacetName, label: string | undefined): number {
    if (label === undefined || label === '') return 0;
    const codes = this.#codes[facet];
    const known = codes.get(label);
    if (known !== undefined) return known;
    const labels = this.#labels[facet];
    if (labels.length >= this.#mostLabels - 1 && label !== OTHER_LABEL) return this.code(facet, OTHER_LABEL);
    codes.set(label, labels.length);
    return labels.push(label) - 1;
  }

  /** Counts of what the record stages changed and cut. */
  addCounts(changed: Uint32Array, cut: Uint32Array): void {
    this.#changed = sum(this.#changed, changed);
    this.#cut = sum(this.#cut, cut);
  }

  /** Puts the rows of another digest behind the rows so far. `firstLine` is added to their line numbers. */
  append(more: Digest, firstLine: number): void {
    const at = this.count;
    const firstExchange = this.exchangeCount;
    this.#reserve(at + more.count);
    this.#reserveExchanges(firstExchange + more.exchangeCount);
    copyRows(more.rows, more.count, this.rows, at);
    copyExchanges(more.exchanges, more.exchangeCount, this.exchanges, firstExchange);
    this.count += more.count;
    this.exchangeCount += more.exchangeCount;
    // Of most digests nothing has to be moved on: they begin with their file, and hold no longer conversations.
    if (firstLine > 0) moveOn(this.rows.line, at, this.count, firstLine);
    if (firstExchange > 0) moveOn(this.rows.firstExchange, at, this.count, firstExchange);
    for (const facet of FACET_NAMES) this.#recode(facet, more.labels[facet], at);
    this.addCounts(more.changed, more.cut);
  }

  finish(): Digest {
    return {
      count: this.count,
      rows: this.rows,
      exchangeCount: this.exchangeCount,
      exchanges: this.exchanges,
      labels: this.#labels,
      changed: this.#changed,
      cut: this.#cut,
    };
  }

  #recode(facet: FacetName, labels: readonly string[], from: number): void {
    if (labels.length === 1) return;
    const codes = labels.map((label) => this.code(facet, label));
    if (codes.every((code, place) => code === place)) return;
    const column = this.rows.facets[facet];
    for (let row = from; row < this.count; row++) column[row] = codes[column[row] ?? 0] ?? 0;
  }

  #reserve(count: number): void {
    if (count <= this.#capacity) return;
    this.#capacity = Math.max(count, Math.ceil(this.#capacity * 1.5));
    const larger = allocateRows(this.#capacity);
    copyRows(this.rows, this.count, larger, 0);
    this.rows = larger;
  }

  #reserveExchanges(count: number): void {
    if (count <= this.#exchangeCapacity) return;
    this.#exchangeCapacity = Math.max(count, this.#exchangeCapacity * 2);
    const larger = allocateExchanges(this.#exchangeCapacity);
    copyExchanges(this.exchanges, this.exchangeCount, larger, 0);
    this.exchanges = larger;
  }
}

function moveOn(column: Uint32Array, from: number, until: number, by: number): void {
  for (let row = from; row < until; row++) column[row] = (column[row] ?? 0) + by;
}

function sum(one: Uint32Array, other: Uint32Array): Uint32Array<ArrayBuffer> {
  const result = new Uint32Array(Math.max(one.length, other.length));
  for (let i = 0; i < result.length; i++) result[i] = (one[i] ?? 0) + (other[i] ?? 0);
  return result;
}
