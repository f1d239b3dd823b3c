import { hasPseudonymForm } from '../../measures/pseudonym.ts';
import { pseudonymizers } from '../../pipeline/privacy/leftOut.ts';
import { RecentAnswers } from '../../pipeline/privacy/recentAnswers.ts';

/**
 * Ids that mean the same person or session, in every form that a log or an export may have them in: raw, hashed with the
 * key or without, and hashed once more.
 */
export class Aliases {
  readonly #forms = new Set<string>();
  readonly #hashes: readonly ((id: string) => string)[];
  readonly #answers = new RecentAnswers();
  /** A pseudonym is among them, so that raw ids have to be hashed to be compared. */
  #hasPseudonym = false;

  constructor(key: string | undefined) {
    this.#hashes = pseudonymizers(key);
  }

  /** All forms that are known. */
  get forms(): ReadonlySet<string> {
    return this.#forms;
  }

  get size(): number {
    return this.#forms.size;
  }

  /** Raw ids cannot be told by their bytes: what is known is a pseudonym. */
  get needsHashing(): boolean {
    return this.#hasPseudonym;
  }

  add(id: string): void {
    if (this.#forms.has(id) && !this.#hashedOnly(id)) return;
    this.#hasPseudonym ||= hasPseudonymForm(id);
    const hashed = this.#hashes.map((pseudonym) => pseudonym(id));
    const twice = hashed.flatMap((one) => this.#hashes.map((pseudonym) => pseudonym(one)));
    for (const form of [id, ...hashed, ...twice]) this.#forms.add(form);
    this.#answers.clear();
  }

  has(id: string | undefined): boolean {
    if (id === undefined || this.#forms.size === 0) return false;
    if (this.#forms.has(id)) return true;
    if (!this.#hasPseudonym) return false;
    const known = this.#answers.get(id);
    if (known !== undefined) return known;
    const answer = this.#hashes.some((pseudonym) => this.#forms.has(pseudonym(id)));
    if (answer)
      this.add(id); // its raw form is known from now on
    else this.#answers.keep(id, false);
    return answer;
  }

  /** It came in as the hash of another; its own hashes are not known yet. */
  #hashedOnly(id: string): boolean {
    return this.#hashes.some((pseudonym) => !this.#forms.has(pseudonym(id)));
  }
}
