/** How a request ended. `detail` is a sentence for the reader. */
export type Outcome<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  /** 401: no token, or one that the service does not know. */
  | { readonly kind: 'token'; readonly detail: string }
  /** 403: the token may not do this. */
  | { readonly kind: 'role'; readonly detail: string }
  /** Nothing that asking again would mend. */
  | { readonly kind: 'refused'; readonly detail: string }
  /** The service is there and cannot answer now: ask again later. */
  | { readonly kind: 'busy'; readonly detail: string }
  /** No answer, or none that can be used: ask again later. */
  | { readonly kind: 'away'; readonly detail: string };

export type Failure = Exclude<Outcome<never>, { readonly kind: 'ok' }>;

/** What a status that is no success means for the page. */
export function failureOf(status: number, detail: string | undefined): Failure {
  if (status === 401) return { kind: 'token', detail: detail ?? 'The service asks for a token.' };
  if (status === 403) return { kind: 'role', detail: detail ?? 'This token may not see this.' };
  // 408 and 429 (RFC 9110, RFC 6585) and everything that is wrong with the server pass.
  if (status >= 500 || status === 408 || status === 429)
    return { kind: 'busy', detail: detail ?? `The service answered with ${status}.` };
  return { kind: 'refused', detail: detail ?? `The service refused with ${status}.` };
}

/** `detail` of a problem document (RFC 9457), with the mistakes that it lists. */
export function problemDetail(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('detail' in body) || typeof body.detail !== 'string')
    return undefined;
  const problems = 'problems' in body && Array.isArray(body.problems) ? body.problems : [];
  const messages = problems.map((problem: unknown) =>
    typeof problem === 'object' && problem !== null && 'message' in problem ? String(problem.message) : '',
  );
  return [body.detail, ...messages.filter((message) => message !== '')].join(' ');
}
