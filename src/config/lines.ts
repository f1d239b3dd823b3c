import { EVENT_ID, type Event, getScalarValue, parseEvents } from 'js-yaml';
import type { KeyPath } from './problems.ts';

/** Where a value stands in a YAML file. */
interface Place {
  /** Line from 1 of its key, or of the value itself in a list; unknown for a value that is not written out. */
  readonly line: number | undefined;
  readonly children: ReadonlyMap<string, Place>;
}

/**
 * Finds the line of a key, or of its nearest ancestor when the key itself is not in the file.
 *
 * @param source the text of a YAML file; with none, or one that does not parse, no line is known
 */
export function lineFinder(source: string | undefined): (path: KeyPath) => number | undefined {
  const root = source === undefined ? undefined : readPlaces(source);
  return (path) => {
    let place = root;
    let line = root?.line;
    for (const key of path) {
      place = place?.children.get(String(key));
      line = place?.line ?? line;
    }
    return line;
  };
}

function readPlaces(source: string): Place | undefined {
  try {
    return new PlaceReader(source).read();
  } catch {
    return undefined;
  }
}

const NOWHERE: Place = { line: undefined, children: new Map() };

/** Rebuilds the tree from the flat stream of parser events. */
class PlaceReader {
  readonly #source: string;
  readonly #events: Iterator<Event, undefined>;
  readonly #lineStarts: readonly number[];
  readonly #anchors = new Map<string, Place>();

  constructor(source: string) {
    this.#source = source;
    this.#events = parseEvents(source, {}).values();
    this.#lineStarts = [0, ...Array.from(source.matchAll(/\r\n|\n|\r/g), (end) => end.index + end[0].length)];
  }

  read(): Place {
    this.#next();
    return this.#place(this.#next()) ?? NOWHERE;
  }

  #next(): Event | undefined {
    return this.#events.next().value;
  }

  /** The value that begins with this event, or `undefined` at the end of a collection. */
  #place(event: Event | undefined): Place | undefined {
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return undefined;
    const anchor = this.#source.slice(event.anchorStart, event.anchorEnd);
    if (event.type === EVENT_ID.ALIAS) {
      return { line: this.#line(event.anchorStart), children: this.#anchors.get(anchor)?.children ?? NOWHERE.children };
    }
    const children = new Map<string, Place>();
    const place = { line: this.#line(event.type === EVENT_ID.SCALAR ? event.valueStart : event.start), children };
    if (event.anchorStart >= 0) this.#anchors.set(anchor, place);
    if (event.type === EVENT_ID.SEQUENCE) this.#readItems(children);
    if (event.type === EVENT_ID.MAPPING) this.#readPairs(children);
    return place;
  }

  #readItems(children: Map<string, Place>): void {
    for (;;) {
      const item = this.#place(this.#next());
      if (item === undefined) return;
      children.set(String(children.size), item);
    }
  }

  #readPairs(children: Map<string, Place>): void {
    for (;;) {
      const keyEvent = this.#next();
      const key = this.#place(keyEvent);
      const value = key === undefined ? undefined : this.#place(this.#next());
      if (keyEvent === undefined || key === undefined || value === undefined) return;
      if (keyEvent.type !== EVENT_ID.SCALAR) continue;
      children.set(getScalarValue(this.#source, keyEvent), { line: key.line, children: value.children });
    }
  }

  #line(offset: number): number | undefined {
    if (offset < 0) return undefined;
    const after = this.#lineStarts.findIndex((start) => start > offset);
    return after < 0 ? this.#lineStarts.length : after;
  }
}
