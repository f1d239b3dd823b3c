/** Ours: numbers below are nobody's phone or card number. */
const LONG_NUMBER = 1e6;

/**
 * Applies `rewrite` to every text in a JSON document: strings, keys, and numbers long enough to be a phone's, which become
 * text where they change. Gives the same text when nothing changed.
 * @param json well-formed, and not nested deeper than the stack is (`pipeline/toolCalls.ts` sees to both)
 * @param rewrite is handed the value of a key as `key: value`, as what a value is often stands in its key alone
 */
export function rewriteJsonTexts(json: string, rewrite: (text: string) => string): string {
  const { value, changed } = new Rewriting(rewrite).run(JSON.parse(json));
  return changed ? JSON.stringify(value) : json;
}

class Rewriting {
  readonly #rewrite: (text: string) => string;
  #changed = false;

  constructor(rewrite: (text: string) => string) {
    this.#rewrite = rewrite;
  }

  run(document: unknown): { readonly value: unknown; readonly changed: boolean } {
    const value = this.#visit(document, '');
    return { value, changed: this.#changed };
  }

  #visit(value: unknown, label: string): unknown {
    if (typeof value === 'string') return this.#text(value, label);
    if (typeof value === 'number') return this.#number(value, label);
    if (Array.isArray(value)) return value.map((inner) => this.#visit(inner, label));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [this.#text(key, ''), this.#visit(inner, `${inWords(key)}: `)]),
    );
  }

  #number(value: number, label: string): string | number {
    if (Math.abs(value) < LONG_NUMBER) return value;
    const digits = String(value);
    const after = this.#text(digits, label);
    return after === digits ? value : after;
  }

  #text(text: string, label: string): string {
    const after = this.#behind(text, label);
    if (after !== text) this.#changed = true;
    return after;
  }

  #behind(text: string, label: string): string {
    if (label === '') return this.#rewrite(text);
    const labelled = this.#rewrite(label + text);
    // Where the label itself was rewritten, its end cannot be told from the text's beginning.
    return labelled.startsWith(label) ? labelled.slice(label.length) : this.#rewrite(text);
  }
}

/** `phoneNumber` and `phone_number` as `phone number`. */
function inWords(key: string): string {
  return key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .toLowerCase();
}
