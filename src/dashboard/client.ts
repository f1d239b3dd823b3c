import { type Failure, failureOf, type Outcome, problemDetail } from './state/outcome.ts';

/** Ours: the first statistics of a large folder take most of a minute. */
const TIMEOUT_MS = 60_000;

/** A call that came back as it should, or why not. */
type Reached = { readonly kind: 'ok'; readonly value: Response } | Failure;

/** Asks the service, with the token of the moment. It never throws: whatever goes wrong is an outcome. */
export class Client {
  readonly #token: () => string | undefined;

  constructor(token: () => string | undefined) {
    this.#token = token;
  }

  async get<Value>(path: string): Promise<Outcome<Value>> {
    return jsonOf<Value>(await this.#call(path, {}));
  }

  async post<Value>(path: string, body: unknown): Promise<Outcome<Value>> {
    const headers = { 'content-type': 'application/json' };
    return jsonOf<Value>(await this.#call(path, { method: 'POST', headers, body: JSON.stringify(body) }));
  }

  /** A file, whole. */
  async file(path: string): Promise<Outcome<Blob>> {
    // A file may take as long as it needs.
    const reached = await this.#call(path, {}, undefined);
    return reached.kind === 'ok' ? read(() => reached.value.blob()) : reached;
  }

  /** A stream of events. The service says at once whether there is one; how long it lasts is not limited. */
  async stream(path: string, signal: AbortSignal): Promise<Outcome<ReadableStream<Uint8Array>>> {
    const reached = await this.#call(path, { headers: { accept: 'text/event-stream' } }, signal);
    if (reached.kind !== 'ok') return reached;
    const { body } = reached.value;
    return body === null ? { kind: 'away', detail: 'The service sends no events.' } : { kind: 'ok', value: body };
  }

  async #call(
    path: string,
    request: RequestInit & { readonly headers?: Readonly<Record<string, string>> },
    signal: AbortSignal | undefined = AbortSignal.timeout(TIMEOUT_MS),
  ): Promise<Reached> {
    const token = this.#token();
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    // Nothing of what a token shows stays in a cache of the browser.
    const rules = { cache: 'no-store', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' } as const;
    try {
      const response = await fetch(path, {
        ...request,
        ...rules,
        headers: { ...request.headers, ...authorization },
        signal,
      });
      if (response.ok) return { kind: 'ok', value: response };
      const body: unknown = await response.json().catch(() => undefined);
      return failureOf(response.status, problemDetail(body));
    } catch (error) {
      return awayOf(error);
    }
  }
}

async function jsonOf<Value>(reached: Reached): Promise<Outcome<Value>> {
  return reached.kind === 'ok' ? read<Value>(() => reached.value.json()) : reached;
}

/** A body that breaks off, or that is not what it should be. */
async function read<Value>(body: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { kind: 'ok', value: await body() };
  } catch (error) {
    return awayOf(error);
  }
}

function awayOf(error: unknown): Failure {
  const isSlow = error instanceof DOMException && error.name === 'TimeoutError';
  return { kind: 'away', detail: isSlow ? 'The service takes too long.' : 'The service cannot be reached.' };
}
