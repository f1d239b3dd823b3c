import { inOrder, type Pool } from '../pool.ts';
import type { AllRows } from './allRows.ts';
import type { FilePart } from './fileParts.ts';
import type { RowPair } from './nearRows.ts';

/** A part of a file, and which of its lines it has. */
export interface LinesOfPart {
  readonly part: FilePart;
  /** Lines before it. */
  readonly before: number;
  readonly lines: number;
}

/** The n-grams of some rows, by file and line. */
export class RowShingles {
  readonly #sets = new Map<string, Uint32Array[]>();

  add(file: string, line: number, shingles: Uint32Array): void {
    const key = `${line} ${file}`;
    const known = this.#sets.get(key);
    if (known === undefined) this.#sets.set(key, [shingles]);
    else known.push(shingles);
  }

  of(file: string, line: number): readonly Uint32Array[] {
    return this.#sets.get(`${line} ${file}`) ?? [];
  }
}

/** Reads the rows of pairs once more, in the parts of files that have any. Only hashes of n-grams leave the workers. */
export async function readShingles(
  pairs: readonly RowPair[],
  all: AllRows,
  parts: readonly LinesOfPart[],
  pool: Pool,
): Promise<RowShingles> {
  const wanted = new Map<string, Set<number>>();
  for (const { place, other } of pairs) {
    for (const row of [all.at(place), all.at(other)]) {
      const lines = wanted.get(row.file.file) ?? new Set();
      wanted.set(row.file.file, lines.add(row.line));
    }
  }
  const some = parts.flatMap(({ part, before, lines }) => {
    const own = [...(wanted.get(part.file.name) ?? [])].map((line) => line - before);
    const here = part.plan.shape === 'lines' ? own.filter((line) => line > 0 && line <= lines) : own;
    return here.length === 0 ? [] : [{ part, before, lines: here }];
  });
  const found = new RowShingles();
  const run = async ({ part, before, lines }: (typeof some)[number]) => {
    const plan = { ...part.plan, scan: undefined, shingles_of: lines };
    return { name: part.file.name, before, result: await pool.validate({ kind: 'validate', ...part, plan }) };
  };
  for await (const { name, before, result } of inOrder(pool, some, run))
    for (const { line, shingles } of result.shingles) found.add(name, line + before, shingles);
  return found;
}
