import { dirname } from 'node:path';
import type { FileCalls, FileFacts, OpenFile } from '../../src/collect/fileCalls.ts';

/** What happens at one call to the file system, besides the call. */
export type Event =
  | { readonly what: 'nothing' }
  /** Others append: a whole line, or a piece of one, after which they die. */
  | { readonly what: 'line' | 'piece' }
  /** A write takes only so many bytes. */
  | { readonly what: 'short'; readonly bytes: number }
  | { readonly what: 'fail'; readonly code: string }
  /** The process that calls is killed; so much of its write is done. */
  | { readonly what: 'kill'; readonly bytes: number }
  /** Somebody writes the file anew; what came meanwhile is carried over so many calls later. */
  | { readonly what: 'rewrite'; readonly calls: number }
  | { readonly what: 'move' };

interface Inode {
  readonly inode: number;
  bytes: Buffer;
  /** How many bytes a power cut leaves. */
  onDisk: number;
}

const NOWHERE = new Promise<never>(() => {});

/** A folder in memory, of which every call can go wrong. */
export class SimulatedDisk {
  readonly names = new Map<string, Inode>();
  readonly #events: Iterator<Event>;
  #inodes = 1;
  #others = 0;
  /** Names that a power cut leaves. */
  readonly #namesOnDisk = new Map<string, Inode>();
  #carry: { old: Inode; fresh: Inode; path: string; from: number; calls: number } | undefined;

  constructor(events: Iterable<Event>) {
    this.#events = events[Symbol.iterator]();
  }

  /** The calls of one process; it can be killed, the disk stays. */
  process(): FileCalls {
    let dead = false;
    const call = async <Value>(path: string, work: (event: Event) => Value): Promise<Value> => {
      await Promise.resolve();
      if (dead) return NOWHERE;
      const event = this.#next(path);
      if (event.what === 'fail') throw Object.assign(new Error(event.code), { code: event.code });
      if (event.what !== 'kill') return work(event);
      dead = true;
      work(event);
      return NOWHERE;
    };
    return {
      open: (path) => call(path, () => this.#open(path, call)),
      makeFolder: (path) => call(path, () => path),
      syncFolder: (path) => call(path, () => this.#syncNames(path)),
      wait: (milliseconds) => call(String(milliseconds), () => {}),
    };
  }

  /** All lines of all files, or of those that a power cut leaves. */
  lines(afterPowerCut = false): Set<string> {
    if (this.#carry !== undefined) this.#carryOver();
    const files = afterPowerCut ? this.#namesOnDisk : this.names;
    const texts = [...files.values()].map(({ bytes, onDisk }) =>
      bytes.subarray(0, afterPowerCut ? onDisk : bytes.length),
    );
    // A last line without an end counts for nobody.
    return new Set(texts.flatMap((text) => text.toString().split('\n').slice(0, -1)));
  }

  #open(path: string, call: <Value>(path: string, work: (event: Event) => Value) => Promise<Value>): OpenFile {
    const node = this.names.get(path) ?? this.#create(path);
    return {
      device: 1,
      inode: node.inode,
      size: () => call(path, () => node.bytes.length),
      atPath: () => call(path, () => this.#facts(path)),
      read: (target, position) => call(path, () => node.bytes.copy(target, 0, position)),
      write: (bytes) =>
        call(path, (event) => {
          const most = event.what === 'short' || event.what === 'kill' ? event.bytes : bytes.length;
          node.bytes = Buffer.concat([node.bytes, bytes.subarray(0, most)]);
          return Math.min(most, bytes.length);
        }),
      sync: () =>
        call(path, () => {
          node.onDisk = node.bytes.length;
        }),
      close: () => call(path, () => {}),
    };
  }

  #create(path: string): Inode {
    const node = { inode: this.#inodes++, bytes: Buffer.alloc(0), onDisk: 0 };
    this.names.set(path, node);
    return node;
  }

  #facts(path: string): FileFacts | undefined {
    const node = this.names.get(path);
    return node && { device: 1, inode: node.inode, size: node.bytes.length };
  }

  #syncNames(folder: string): void {
    for (const [path, node] of this.names) if (dirname(path) === folder) this.#namesOnDisk.set(path, node);
  }

  #next(path: string): Event {
    if (this.#carry !== undefined && this.#carry.calls-- === 0) this.#carryOver();
    const { value, done } = this.#events.next();
    const event: Event = done === true ? { what: 'nothing' } : value;
    const node = this.names.get(path);
    if (node === undefined) return event;
    if (event.what === 'line') node.bytes = Buffer.concat([node.bytes, Buffer.from(`{"other":${this.#others++}}\n`)]);
    if (event.what === 'piece') node.bytes = Buffer.concat([node.bytes, Buffer.from('{"torn')]);
    if (event.what === 'rewrite') this.#rewrite(path, node, event.calls);
    if (event.what === 'move') {
      this.names.set(`${path}.${this.#inodes}`, node);
      this.#namesOnDisk.set(`${path}.${this.#inodes}`, node);
      this.names.delete(path);
      this.#namesOnDisk.delete(path);
    }
    return event;
  }

  /** As `rewriteLog`: whole lines go to another file, which takes the name; then what had come by then follows. */
  #rewrite(path: string, old: Inode, calls: number): void {
    if (this.#carry !== undefined) this.#carryOver();
    const from = old.bytes.lastIndexOf('\n') + 1;
    const fresh = this.#create(path);
    fresh.bytes = old.bytes.subarray(0, from);
    this.#carry = { old, fresh, path, from, calls };
  }

  #carryOver(): void {
    if (this.#carry === undefined) return;
    const { old, fresh, path, from } = this.#carry;
    const isEnded = fresh.bytes.length === 0 || fresh.bytes.at(-1) === 10;
    fresh.bytes = Buffer.concat([fresh.bytes, Buffer.from(isEnded ? '' : '\n'), old.bytes.subarray(from)]);
    fresh.onDisk = fresh.bytes.length;
    if (this.names.get(path) === fresh) this.#namesOnDisk.set(path, fresh);
    this.#carry = undefined;
  }
}
