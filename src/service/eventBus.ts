/** What watchers of `GET /v1/events` hear of. None of it holds text. */
export type ServiceEvent =
  /** Something was stored: how many since the service began. */
  | { readonly type: 'collected'; readonly conversations: number; readonly feedback: number }
  /** Statistics and progress were taken anew: ask for them. */
  | { readonly type: 'looked'; readonly at: string }
  /** An export began, went on or ended: ask for it. */
  | { readonly type: 'export'; readonly id: string; readonly status: string };

export type Listener = (event: ServiceEvent) => void;

/** Hands every event to all who listen. */
export class EventBus {
  readonly #listeners = new Set<Listener>();
  readonly #atEnd = new Set<() => void>();
  readonly #newest = new Map<ServiceEvent['type'], ServiceEvent>();
  readonly #atListen = new Set<() => void>();
  #isClosed = false;

  publish(event: ServiceEvent): void {
    this.#newest.set(event.type, event);
    for (const listener of this.#listeners) listener(event);
  }

  /**
   * @param atEnd is called when nothing will be published any more
   * @returns how to stop listening
   */
  listen(listener: Listener, atEnd: () => void = () => {}): () => void {
    this.#listeners.add(listener);
    this.#atEnd.add(atEnd);
    for (const begin of this.#atListen) begin();
    if (this.#isClosed) atEnd();
    return () => {
      this.#listeners.delete(listener);
      this.#atEnd.delete(atEnd);
    };
  }

  /** Calls whoever has work only for listeners when there is one more. */
  onListen(begin: () => void): void {
    this.#atListen.add(begin);
  }

  /** The newest event of each kind: how things stand, for who comes later. */
  get newest(): readonly ServiceEvent[] {
    return [...this.#newest.values()];
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Sends all listeners home: whoever waits for events would hold up the end of the service. */
  close(): void {
    this.#isClosed = true;
    for (const end of [...this.#atEnd]) end();
  }
}
