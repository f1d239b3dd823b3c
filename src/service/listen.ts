import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import { CurateError } from '../errors.ts';

export interface Listening {
  readonly url: string;
  /** Takes no more connections, and waits for the answers under way. */
  close(): Promise<void>;
}

// Ours: longer than a request may take to come in (`serve.request_timeout_ms`) and a line to be written, with their defaults.
const DEADLINE_MS = 10_000;
// Ours: how long a connection that has nothing to say may hold up the end.
const SWEEP_MS = 50;

/** @throws CurateError for an address that cannot be had */
export async function listen(app: FastifyInstance, { host, port }: Config['serve']): Promise<Listening> {
  let url: string;
  try {
    url = await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw reasonOf(error, host, port);
  }
  return { url, close: () => close(app) };
}

async function close(app: FastifyInstance): Promise<void> {
  // A connection whose answer was under way when the end was called for stays open for another request, without this.
  const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
  const deadline = setTimeout(() => app.server.closeAllConnections(), DEADLINE_MS);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(deadline);
  }
}

function reasonOf(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const place = `${host}:${port}`;
  if (code === 'EADDRINUSE')
    return new CurateError(`${place} is in use by another program; choose another --port, or 0 for any that is free.`);
  if (code === 'EACCES')
    return new CurateError(
      `${place} is not allowed to this user; choose a --port from 1024 on, and let a proxy listen at ${port}.`,
    );
  if (code === 'EADDRNOTAVAIL')
    return new CurateError(
      `${host} is not an address of this machine; give --host one that it has, such as 127.0.0.1 or 0.0.0.0.`,
    );
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EINVAL')
    return new CurateError(
      `${JSON.stringify(host)} is no address, and no name that is known; give --host an address such as 127.0.0.1.`,
    );
  return error;
}
