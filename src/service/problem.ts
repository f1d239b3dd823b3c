import { STATUS_CODES } from 'node:http';
import { type InputProblem, InvalidInput, NotWritten, TooLarge } from '../collect/types.ts';
import { Refusal } from './refusal.ts';

/** The body of an answer that is no success, as `application/problem+json` (RFC 9457) has it. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly request_id: string;
  readonly problems: readonly InputProblem[];
}

export function problemBody(refusal: Refusal, request_id: string): Problem {
  const { status, message, problems } = refusal;
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail: message, request_id, problems };
}

// Ours: a full disk is seldom mended sooner, and a slow one is not helped by haste.
const RETRY_SECONDS = '5';

/** What a client is told of an error: what it can mend, and nothing of what it sent; of a fault of ours that it is one. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof InvalidInput) return new Refusal(400, error.message, error.problems);
  if (error instanceof TooLarge) return new Refusal(413, error.message);
  if (error instanceof NotWritten) return new Refusal(503, error.message, [], { 'retry-after': RETRY_SECONDS });
  return frameworkRefusal(error) ?? new Refusal(500, 'The service failed at this request; its log says where.');
}

/** The errors of Fastify that a request can cause, by its own codes; their messages quote what was sent. */
const BY_CODE: ReadonlyMap<string, readonly [status: number, detail: string]> = new Map([
  ['FST_ERR_CTP_BODY_TOO_LARGE', [413, 'The body is larger than `serve.max_body_bytes`.']],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', [415, 'Send `Content-Type: application/json` or `application/x-ndjson`.']],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', [400, 'The body is not as long as its Content-Length says.']],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', [400, 'The body is empty, where JSON is needed.']],
  ['FST_ERR_BAD_URL', [400, 'The path is not validly encoded.']],
  ['FST_ERR_MAX_PARAM_LENGTH', [404, 'There is nothing at this path.']],
]);

function frameworkRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const known = BY_CODE.get(String(error.code));
  return known && new Refusal(...known);
}
