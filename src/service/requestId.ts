import { randomUUID } from 'node:crypto';

// Ours: what ids of requests look like (UUID, ULID, trace ids of 32 digits), and nothing that could break a line of a log.
const PLAIN = /^[A-Za-z0-9._-]{1,64}$/;

/** The id that a client, or a proxy, gave a request; one of our own where it gave none, or something else than an id. */
export function requestId(given: string | readonly string[] | undefined): string {
  return typeof given === 'string' && PLAIN.test(given) ? given : randomUUID();
}
