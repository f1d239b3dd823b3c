import { type Column, type ColumnSource, FRESH } from './columns.ts';

/** A line that could not be used: where it stands and why, never what it says. */
export interface QuarantinedLine {
  readonly line: number;
  readonly offset: number;
  readonly reason: string;
}

/** Lines that could not be used, in columns of 13 bytes a line: a log may have ten million of them. */
export interface Quarantine {
  readonly count: number;
  readonly offset: Float64Array;
  readonly line: Uint32Array;
  /** Places in `reasons`. */
  readonly reason: Uint8Array;
  readonly reasons: readonly string[];
}

/** Columns from `source`; the order is that of `quarantineColumns`. */
export function quarantineFrom(source: ColumnSource, count: number, reasons: readonly string[]): Quarantine {
  return { count, offset: source.f64(count), line: source.u32(count), reason: source.u8(count), reasons };
}

export function quarantineColumns({ offset, line, reason }: Quarantine): Column[] {
  return [offset, line, reason];
}

/** The lines one by one, in the order of the log. */
export function* quarantinedLines(quarantine: Quarantine): Generator<QuarantinedLine> {
  for (let place = 0; place < quarantine.count; place++) yield lineAt(quarantine, place);
}

function lineAt({ line, offset, reason, reasons }: Quarantine, place: number): QuarantinedLine {
  return { line: line[place] ?? 0, offset: offset[place] ?? 0, reason: reasons[reason[place] ?? 0] ?? '' };
}

/** How many lines there are of each reason, in the order in which they occur. */
export function countReasons(quarantines: readonly Quarantine[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const { reason, reasons, count } of quarantines) {
    const counts = new Uint32Array(reasons.length);
    for (let place = 0; place < count; place++) counts[reason[place] ?? 0] = (counts[reason[place] ?? 0] ?? 0) + 1;
    for (const [code, found] of counts.entries())
      if (found > 0) total.set(reasons[code] ?? '', (total.get(reasons[code] ?? '') ?? 0) + found);
  }
  return total;
}

/** Collects lines: of a byte range, or of the ranges of a file. */
export class QuarantineBuilder {
  readonly #reasons: string[] = [];
  #columns = quarantineFrom(FRESH, 0, []);
  #count = 0;

  add(line: number, offset: number, reason: string): void {
    this.#reserve(this.#count + 1);
    this.#columns.line[this.#count] = line;
    this.#columns.offset[this.#count] = offset;
    this.#columns.reason[this.#count++] = this.#codeOf(reason);
  }

  /** @param firstLine lines before those of `more`, to which its line numbers are added */
  append(more: Quarantine, firstLine: number): void {
    for (const { line, offset, reason } of quarantinedLines(more)) this.add(line + firstLine, offset, reason);
  }

  finish(): Quarantine {
    const { offset, line, reason } = this.#columns;
    const count = this.#count;
    const columns = { offset: offset.slice(0, count), line: line.slice(0, count), reason: reason.slice(0, count) };
    return { count, ...columns, reasons: [...this.#reasons] };
  }

  #codeOf(reason: string): number {
    const known = this.#reasons.indexOf(reason);
    return known === -1 ? this.#reasons.push(reason) - 1 : known;
  }

  #reserve(count: number): void {
    const { offset, line, reason } = this.#columns;
    if (count <= line.length) return;
    const larger = quarantineFrom(FRESH, Math.max(16, 2 * line.length), []);
    larger.offset.set(offset);
    larger.line.set(line);
    larger.reason.set(reason);
    this.#columns = larger;
  }
}
