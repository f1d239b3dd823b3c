import { Readable } from 'node:stream';
import type { EventBus, ServiceEvent } from './eventBus.ts';

/** Ours: proxies end what was silent for a minute, some after half of one. */
const HEARTBEAT_MS = 15_000;
/** Ours: how long a browser waits before it comes again. */
const RETRY_MS = 3000;
/** Ours: a thousand events. Who has not read so much will not catch up. */
const MOST_WAITING_BYTES = 64 * 1024;
/** Ours: thousands of lines a second are stored; people read four numbers a second. */
const COLLECTED_MS = 250;

/**
 * The events of a service as server-sent events (WHATWG HTML, 9.2), begun with how things stand. Ends with the bus; breaks off for
 * who reads too slowly.
 */
export function eventStream(events: EventBus): Readable {
  const stream = new Readable({ read() {}, highWaterMark: MOST_WAITING_BYTES });
  let id = 0;
  const write = (text: string): void => {
    if (stream.destroyed || stream.readableEnded) return;
    if (stream.readableLength > MOST_WAITING_BYTES) stream.destroy();
    else stream.push(text);
  };
  const send = (event: ServiceEvent): void => {
    id++;
    write(`id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  };
  const counted = new Latest(send, COLLECTED_MS);
  const hear = (event: ServiceEvent): void => (event.type === 'collected' ? counted.take(event) : send(event));
  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  write(`retry: ${RETRY_MS}\n\n`);
  for (const event of events.newest) send(event);
  const leave = events.listen(hear, () => {
    counted.stop();
    stream.push(null);
  });
  stream.once('close', () => {
    leave();
    counted.stop();
    clearInterval(heartbeat);
  });
  return stream;
}

/** Hands on the newest of many, not more often than every so many milliseconds. */
class Latest {
  readonly #send: (event: ServiceEvent) => void;
  readonly #rest_ms: number;
  #waiting: ServiceEvent | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(send: (event: ServiceEvent) => void, rest_ms: number) {
    this.#send = send;
    this.#rest_ms = rest_ms;
  }

  take(event: ServiceEvent): void {
    this.#waiting = event;
    if (this.#timer === undefined) this.#next();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
  }

  #next(): void {
    this.#timer = undefined;
    const event = this.#waiting;
    if (event === undefined) return;
    this.#waiting = undefined;
    this.#send(event);
    this.#timer = setTimeout(() => this.#next(), this.#rest_ms);
    this.#timer.unref();
  }
}
