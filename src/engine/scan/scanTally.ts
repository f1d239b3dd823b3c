import type { ScanEntity, ScanReport } from '../../report/types.ts';
import type { Scanned } from './scanAll.ts';

/** Ours: enough to go and look. */
const EXAMPLES = 3;

interface Tally {
  findings: number;
  files: number;
  lastFile: string;
  lines: number;
  lastLine: number;
  readonly examples: string[];
}

/** Counts what a scan finds; findings come file by file, line by line. */
export class ScanTally {
  readonly #entities = new Map<string, Tally>();
  #lines = 0;
  #unreadable = 0;
  #unscanned = 0;

  add({ file, counts, findings }: Scanned): void {
    this.#lines += counts.lines;
    this.#unreadable += counts.unreadable;
    this.#unscanned += counts.unscanned;
    for (const { entity, line } of findings) this.#count(this.#tallyOf(entity), file, line);
  }

  /** Stretches that could not be scanned. */
  get unscanned(): number {
    return this.#unscanned;
  }

  /** How many findings there are of `entities`, or of all with `any`. */
  countOf(entities: 'any' | readonly string[]): number {
    const names = entities === 'any' ? [...this.#entities.keys()] : entities;
    return names.reduce((sum, name) => sum + (this.#entities.get(name)?.findings ?? 0), 0);
  }

  report(files: number, passed_over: readonly string[], left_out: readonly string[]): ScanReport {
    const entities = [...this.#entities].map(
      ([entity, { findings, lines, files, examples }]): ScanEntity => ({ entity, findings, lines, files, examples }),
    );
    entities.sort((one, other) => other.findings - one.findings || (one.entity < other.entity ? -1 : 1));
    return {
      files,
      lines: this.#lines,
      unreadable: this.#unreadable,
      unscanned: this.#unscanned,
      passed_over,
      left_out,
      findings: this.countOf('any'),
      entities,
    };
  }

  #tallyOf(entity: string): Tally {
    const known = this.#entities.get(entity);
    if (known !== undefined) return known;
    const tally = { findings: 0, files: 0, lastFile: '', lines: 0, lastLine: 0, examples: [] };
    this.#entities.set(entity, tally);
    return tally;
  }

  #count(tally: Tally, file: string, line: number): void {
    tally.findings++;
    if (tally.lastFile === file && tally.lastLine === line) return;
    if (tally.lastFile !== file) tally.files++;
    tally.lines++;
    tally.lastFile = file;
    tally.lastLine = line;
    if (tally.examples.length < EXAMPLES) tally.examples.push(`${file}:${line}`);
  }
}
