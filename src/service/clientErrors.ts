import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** What is wrong with a request that never became one, by the codes of Node. */
const STATUSES: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};

const DETAILS: Readonly<Record<number, string>> = {
  400: 'This is not an HTTP request.',
  408: 'The request was not whole in time.',
  413: 'The extensions of the chunks are too large.',
  431: 'The headers are too large.',
};

/** Answers what is no request, or was none in time, and closes the connection: there is no telling where the next one begins. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUSES[error.code ?? ''] ?? 400;
  const title = STATUS_CODES[status] ?? '';
  const body = JSON.stringify({ type: 'about:blank', title, status, detail: DETAILS[status], problems: [] });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\nContent-Type: application/problem+json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
  // Who never reads the answer, nor ends the connection, would keep it.
  socket.destroySoon();
}
