import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What came over one connection until it was closed, or nothing came any more. */
export interface Heard {
  /** Of all answers, in their order. */
  readonly statuses: readonly number[];
  readonly text: string;
  /** The service closed the connection. */
  readonly closed: boolean;
  readonly milliseconds: number;
}

export interface Talk {
  /** What is sent, one after the other. */
  readonly pieces: readonly (string | Buffer)[];
  /** Between two pieces. */
  readonly gap_ms?: number;
  /** The side that sends is closed behind the last piece. */
  readonly halfClose?: boolean;
  /** How long to listen at the most. */
  readonly patience_ms?: number;
}

export function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket)).once('error', reject);
  });
}

/** Says something on a connection of its own, byte by byte as it stands. */
export async function talk(
  port: number,
  { pieces, gap_ms = 0, halfClose, patience_ms = 10_000 }: Talk,
): Promise<Heard> {
  const began = performance.now();
  const socket = await open(port);
  let text = '';
  let closed = false;
  const ended = new Promise<void>((resolve) => {
    // What is sent to a connection that was closed comes back as a reset.
    socket.on('error', () => {});
    socket.on('data', (part) => {
      text += part.toString('latin1');
    });
    socket.once('end', () => {
      closed = true;
    });
    socket.once('close', () => {
      closed = true;
      resolve();
    });
  });
  for (const piece of pieces) {
    if (closed) break;
    socket.write(piece);
    if (gap_ms > 0) await wait(gap_ms);
  }
  if (halfClose) socket.end();
  await Promise.race([ended, wait(patience_ms, undefined, { ref: false })]);
  const heard = { statuses: statusesIn(text), text, closed, milliseconds: performance.now() - began };
  socket.destroy();
  return heard;
}

function statusesIn(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}

export interface Head {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: readonly string[];
  /** Without `Host`, `Authorization` and `Connection: close`. */
  readonly bare?: boolean;
  readonly token?: string;
}

/** The head of a request, whose connection ends with its answer. */
export function head({ method = 'POST', path = '/v1/conversations', headers = [], bare, token }: Head): string {
  const usual = bare
    ? []
    : ['Host: localhost', 'Connection: close', ...(token === undefined ? [] : [`Authorization: Bearer ${token}`])];
  return `${[`${method} ${path} HTTP/1.1`, ...usual, ...headers].join('\r\n')}\r\n\r\n`;
}

/** A whole request with a body of JSON. */
export function whole(body: string | Buffer, { headers = [], ...rest }: Head = {}): Buffer {
  const bytes = Buffer.from(body);
  const own = headers.some((line) => /^content-type:/i.test(line)) ? [] : ['Content-Type: application/json'];
  return Buffer.concat([
    Buffer.from(head({ ...rest, headers: [...own, `Content-Length: ${bytes.length}`, ...headers] }), 'latin1'),
    bytes,
  ]);
}
