/** Lines by the name of their file and their number. */
export class Places {
  readonly #lines = new Map<string, Set<number>>();

  add(file: string, lines: Iterable<number>): void {
    const known = this.#lines.get(file) ?? new Set();
    for (const line of lines) known.add(line);
    this.#lines.set(file, known);
  }

  has(file: string, line: number): boolean {
    return this.#lines.get(file)?.has(line) === true;
  }

  /** Every file with its lines. */
  entries(): Iterable<[string, ReadonlySet<number>]> {
    return this.#lines.entries();
  }
}
