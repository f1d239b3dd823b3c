import type { ImportReport, RefusedEntry } from '../../report/types.ts';

/** Ours: who has to look at more than so many looks at the export itself. */
const MOST_PLACES = 20;

/** What became of the entries of an import. */
export class ImportTally {
  readonly #passed = new Map<string, number>();
  readonly #refused = new Map<string, number>();
  readonly #places: RefusedEntry[] = [];
  #used = 0;
  #leftOut = 0;
  conversations = 0;
  feedback = 0;
  known = 0;

  use(): void {
    this.#used++;
  }

  leaveOut(): void {
    this.#leftOut++;
  }

  passOver(reason: string): void {
    this.#passed.set(reason, (this.#passed.get(reason) ?? 0) + 1);
  }

  refuse(file: string, entry: number, reason: string): void {
    this.#refused.set(reason, (this.#refused.get(reason) ?? 0) + 1);
    if (this.#places.length < MOST_PLACES) this.#places.push({ file, entry, reason });
  }

  report(): Pick<
    ImportReport,
    'entries' | 'used' | 'passed_over' | 'left_out' | 'refused' | 'conversations' | 'feedback' | 'known'
  > {
    const passed_over = countsOf(this.#passed);
    const refused = { ...countsOf(this.#refused), places: this.#places };
    return {
      entries: this.#used + passed_over.total + this.#leftOut + refused.total,
      used: this.#used,
      passed_over,
      left_out: this.#leftOut,
      refused,
      conversations: this.conversations,
      feedback: this.feedback,
      known: this.known,
    };
  }
}

function countsOf(counts: ReadonlyMap<string, number>): { total: number; by_reason: Record<string, number> } {
  const by_reason = Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
  return { total: Object.values(by_reason).reduce((sum, count) => sum + count, 0), by_reason };
}
