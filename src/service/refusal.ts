import type { InputProblem } from '../collect/types.ts';

/** Why a request is not served: becomes an answer of `application/problem+json` (RFC 9457). Holds nothing of what was sent. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    /** A sentence: what is wrong, and what to do. */
    message: string,
    readonly problems: readonly InputProblem[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
