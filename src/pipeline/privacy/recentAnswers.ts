/** Ours: people come back within a file, and so many answers take a few megabytes. */
const MOST = 20_000;

/** Whether an id is one of those looked for: hashing it to know takes longer than all else, so the last answers are kept. */
export class RecentAnswers {
  readonly #answers = new Map<string, boolean>();

  get(id: string): boolean | undefined {
    return this.#answers.get(id);
  }

  keep(id: string, answer: boolean): void {
    if (this.#answers.size >= MOST) this.#answers.clear();
    this.#answers.set(id, answer);
  }

  clear(): void {
    this.#answers.clear();
  }
}
