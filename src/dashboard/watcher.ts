import type { ServiceEvent } from '../service/eventBus.ts';
import { backOff } from './state/backOff.ts';
import { EventParser } from './state/eventParser.ts';
import type { Outcome } from './state/outcome.ts';
import { serviceEvent } from './state/serviceEvent.ts';

/** Ours: the service says something every 15 seconds or so, if only that it is there; after three such silences it is gone. */
const MOST_SILENCE_MS = 50_000;

export interface WatcherParts {
  open(signal: AbortSignal): Promise<Outcome<ReadableStream<Uint8Array>>>;
  onEvent(event: ServiceEvent): void;
  onLive(isLive: boolean): void;
  /** Nobody answered. */
  onAway(): void;
  readonly mostSilenceMs?: number;
}

/** Follows the event stream, and opens it again whenever it ends, later and later while it cannot be opened. */
export class Watcher {
  readonly #parts: WatcherParts;
  #stop: AbortController | undefined;
  #hurry: (() => void) | undefined;

  constructor(parts: WatcherParts) {
    this.#parts = parts;
  }

  start(): void {
    if (this.#stop !== undefined) return;
    this.#stop = new AbortController();
    void this.#follow(this.#stop.signal);
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#hurry?.();
  }

  /** There is reason to think that it works now: try at once. */
  hurry(): void {
    this.#hurry?.();
  }

  async #follow(stopped: AbortSignal): Promise<void> {
    for (let failures = 0; !stopped.aborted; ) {
      const connection = new AbortController();
      const end = () => connection.abort();
      stopped.addEventListener('abort', end);
      const outcome = await this.#parts.open(connection.signal);
      if (outcome.kind === 'ok') {
        failures = 0;
        if (!stopped.aborted) await this.#read(outcome.value, end);
      }
      stopped.removeEventListener('abort', end);
      end();
      // Without the right to it there is nothing to wait for: another token starts a new watch.
      if (stopped.aborted || outcome.kind === 'token' || outcome.kind === 'role') return;
      failures++;
      if (outcome.kind === 'away') this.#parts.onAway();
      await this.#wait(backOff(failures, Math.random()));
    }
  }

  /** Until the stream ends, breaks, or says nothing for too long. */
  async #read(stream: ReadableStream<Uint8Array>, end: () => void): Promise<void> {
    const parser = new EventParser();
    const decoder = new TextDecoder();
    const reader = stream.getReader();
    let silence = setTimeout(end, this.#mostSilence);
    this.#parts.onLive(true);
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(silence);
        silence = setTimeout(end, this.#mostSilence);
        for (const message of parser.push(decoder.decode(part.value, { stream: true }))) {
          const event = serviceEvent(message);
          if (event !== undefined) this.#parts.onEvent(event);
        }
      }
    } catch {
      // It broke off: opened again like one that ended.
    } finally {
      clearTimeout(silence);
      this.#parts.onLive(false);
    }
  }

  get #mostSilence(): number {
    return this.#parts.mostSilenceMs ?? MOST_SILENCE_MS;
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#hurry = undefined;
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.#hurry = done;
    });
  }
}
