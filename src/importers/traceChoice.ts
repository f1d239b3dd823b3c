/** How well an entry tells what user and chatbot said to each other in a trace. */
export const FIT = {
  /** One call of a model among others. */
  call: 1,
  /** What the whole was given and gave back. */
  whole: 2,
} as const;

interface Chosen {
  readonly entry: string;
  readonly fit: number;
  readonly time: number;
}

/**
 * Chooses of each trace the one entry that is its conversation: the whole where that can be read as a chat, else the last call
 * of a model. All calls would be the same words again and again: those of an agent each begin with all that was said before.
 */
export class TraceChoice {
  readonly #chosen = new Map<string, Chosen>();

  see(trace: string, entry: string, fit: number, time = 0): void {
    const other = this.#chosen.get(trace);
    if (other !== undefined && (other.fit > fit || (other.fit === fit && other.time > time))) return;
    this.#chosen.set(trace, { entry, fit, time });
  }

  isChosen(trace: string, entry: string): boolean {
    return this.#chosen.get(trace)?.entry === entry;
  }

  /** Whether any entry of the trace can be read as a chat. */
  has(trace: string): boolean {
    return this.#chosen.has(trace);
  }
}
