import type { z } from 'zod';
import { problemsOf } from './problemsOf.ts';
import { type InputProblem, InvalidInput, TooLarge } from './types.ts';

/** Ours: arguments of tools are read 32 levels deep (`pipeline/toolCalls.ts`), and stand eight levels down at most. */
const MAX_DEPTH = 40;

/** Ours: 500 exchanges are 3,000 values. A mistake in a value costs zod up to 7 µs to tell, and a megabyte has room for half a million. */
const MAX_VALUES = 10_000;

/**
 * What was handed over, checked and copied.
 * @param what for messages, such as `conversation`
 * @param maxBytes of the line that it may become; what is longer for sure is not looked at any further
 * @throws InvalidInput, TooLarge
 */
export function checkInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  what: string,
  maxBytes: number,
): z.output<Schema> {
  refuseHuge(input, maxBytes);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalid(what, problemsOf(parsed.error));
}

/**
 * Refuses what would keep the thread for seconds: 16 MB of zeros in a list that wants messages keep zod for more than ten of them.
 * @param maxBytes of the line that it may become, where it becomes one
 * @throws InvalidInput, TooLarge
 */
export function refuseHuge(input: unknown, maxBytes = Number.POSITIVE_INFINITY): void {
  new Size(maxBytes).add(input, MAX_DEPTH);
}

/** The error of what cannot be stored as it is; its sentence names the first place. */
export function invalid(what: string, problems: readonly InputProblem[]): InvalidInput {
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  return new InvalidInput(`The ${what} cannot be stored: ${where}${first?.message ?? 'invalid'}${more}.`, problems);
}

/** The error of a line that is longer than `collect.max_line_bytes`. */
export function tooLarge(what: string, maxBytes: number): TooLarge {
  return new TooLarge(
    `The ${what} is larger than ${maxBytes} bytes, as a line. Store less of it, or raise \`collect.max_line_bytes\`.`,
  );
}

/** Counts what an input has for sure, before anything goes through it that would run out of stack or memory. */
class Size {
  readonly #most: number;
  #bytes = 0;
  #values = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(value: unknown, levels: number): void {
    this.#bytes += typeof value === 'string' ? value.length : 1;
    if (this.#bytes > this.#most) throw tooLarge('input', this.#most);
    if (++this.#values > MAX_VALUES)
      throw invalid('input', [{ path: '', message: `it has more than ${MAX_VALUES} values` }]);
    if (typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol')
      throw invalid('input', [{ path: '', message: `it holds a ${typeof value}, which JSON does not have` }]);
    if (typeof value !== 'object' || value === null) return;
    if (levels === 0) throw invalid('input', [{ path: '', message: `it is nested deeper than ${MAX_DEPTH} levels` }]);
    if (Array.isArray(value)) for (const inner of value) this.add(inner, levels - 1);
    else this.#addObject(value, levels);
  }

  #addObject(object: object, levels: number): void {
    for (const [key, inner] of Object.entries(object)) {
      this.#bytes += key.length;
      this.add(inner, levels - 1);
    }
  }
}
