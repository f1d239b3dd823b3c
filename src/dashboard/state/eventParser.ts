/** One message of an event stream. */
export interface StreamMessage {
  /** What its `event` field says; `message` without one. */
  readonly event: string;
  readonly data: string;
}

/** Ours: events of the service have a hundred bytes; what has no end is no event stream. */
const MOST_LENGTH = 1_000_000;

/**
 * Reads server-sent events (HTML standard, 9.2.6) as they come, cut anywhere. `EventSource` would do it, but sends no token.
 * Only what the page goes by is kept: `event` and `data`.
 */
export class EventParser {
  #rest = '';
  #event = '';
  #data: string[] = [];
  #isStart = true;

  /**
   * @returns the messages that are whole by now
   * @throws Error when a line does not end
   */
  push(chunk: string): StreamMessage[] {
    let text = this.#rest + chunk;
    if (this.#isStart && text.length > 0) {
      text = text.replace(/^\uFEFF/, '');
      this.#isStart = false;
    }
    const messages: StreamMessage[] = [];
    let from = 0;
    // A carriage return at the end may be the first half of a line end.
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r(?!$)/g)) {
      const message = this.#line(text.slice(from, index));
      if (message !== undefined) messages.push(message);
      from = index + end.length;
    }
    this.#rest = text.slice(from);
    if (this.#rest.length > MOST_LENGTH) throw new Error('a line of the event stream has no end');
    return messages;
  }

  #line(line: string): StreamMessage | undefined {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#event = value;
    if (field === 'data') this.#data.push(value);
    return undefined;
  }

  #dispatch(): StreamMessage | undefined {
    const message = { event: this.#event || 'message', data: this.#data.join('\n') };
    const isEmpty = this.#data.length === 0;
    this.#event = '';
    this.#data = [];
    return isEmpty ? undefined : message;
  }
}
