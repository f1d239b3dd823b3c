import { existsSync, mkdirSync, realpathSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { onInterrupt } from '../../cleanup.ts';
import { Staging } from '../export/staging.ts';

/** Keeps exports out of the folders in which an erasure is at work, and clears what killed ones left there. */
export class Locks {
  readonly #stagings = new Map<string, Staging>();
  readonly #curated: string;
  readonly #isNew: boolean;
  readonly #forget: () => void;

  /**
   * @param curated where the project's exports go
   * @throws CurateError when somebody else is at work there
   */
  constructor(curated: string) {
    this.#isNew = !existsSync(curated);
    if (this.#isNew) mkdirSync(curated, { recursive: true });
    this.#curated = realpathSync(curated);
    this.#forget = onInterrupt(() => this.close());
    this.#stagingIn(this.#curated);
  }

  /** The place where a data set is built anew. @throws CurateError when somebody else is at work there */
  stagingFor(folder: string): Staging {
    return this.#stagingIn(dirname(folder));
  }

  close(): void {
    this.#forget();
    for (const staging of this.#stagings.values()) staging.close();
    this.#stagings.clear();
    if (!this.#isNew) return;
    try {
      rmdirSync(this.#curated);
    } catch {
      // somebody else has put something there
    }
  }

  #stagingIn(parent: string): Staging {
    const staging = this.#stagings.get(parent) ?? new Staging(parent);
    this.#stagings.set(parent, staging);
    return staging;
  }
}
