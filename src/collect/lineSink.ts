import { wellFormedJson } from '../measures/wellFormedJson.ts';
import type { LineIds } from '../pipeline/privacy/leftOut.ts';
import { invalid, tooLarge } from './checkInput.ts';
import { PersonalData } from './doorScrubber.ts';
import type { PeopleWatch } from './peopleWatch.ts';
import { type CollectCounts, type Collected, NotWritten } from './types.ts';

/** Daily files as they are written to. */
export interface LineFile {
  /** @param line without its end; when the promise resolves it counts as written. @throws NotWritten, by the promise */
  append(line: string): Promise<void>;
  close(): Promise<void>;
}

export interface LineRules {
  readonly max_line_bytes: number;
  readonly on_failure: 'error' | 'drop';
}

/** A line before it is stored. */
export interface Entry {
  /** By which the caller knows it: the conversation it is, or is about. */
  readonly conversation_id: string;
  readonly ids: LineIds;
  /** What is to be stored. @throws PersonalData when that is nothing */
  content(): object;
}

/** What both sinks do with a line once it is checked: whoever is left out is, the rest is stored, and all is counted. */
export class LineSink {
  readonly #what: string;
  readonly #file: LineFile;
  readonly #people: PeopleWatch;
  readonly #rules: LineRules;
  readonly #counts = { stored: 0, opted_out: 0, dropped: 0, failed: 0, bytes: 0 };

  /** @param what for messages */
  constructor(what: string, file: LineFile, people: PeopleWatch, rules: LineRules) {
    this.#what = what;
    this.#file = file;
    this.#people = people;
    this.#rules = rules;
  }

  get counts(): CollectCounts {
    return { ...this.#counts };
  }

  /** @throws InvalidInput, TooLarge, NotWritten */
  async take(entry: Entry): Promise<Collected> {
    const { conversation_id } = entry;
    try {
      const known = this.#people.current;
      const isLeftOut = known instanceof Promise ? await known : known;
      if (isLeftOut(entry.ids)) return this.leaveOut(conversation_id);
      const { line, bytes } = this.#lineOf(entry);
      await this.#file.append(line);
      this.#counts.stored++;
      this.#counts.bytes += bytes;
      return { status: 'stored', conversation_id };
    } catch (error) {
      if (!this.#isDrop(error)) throw error;
      this.#counts.dropped++;
      return { status: 'dropped', conversation_id };
    }
  }

  /** Counts what is not stored for whose it is. */
  leaveOut(conversation_id: string): Collected {
    this.#counts.opted_out++;
    return { status: 'opted_out', conversation_id };
  }

  /** What was taken while somebody looked who is left out is written, too: it goes on before this does. */
  async close(): Promise<void> {
    await this.#people.looking?.catch(() => {});
    await this.#file.close();
  }

  #lineOf(entry: Entry): { readonly line: string; readonly bytes: number } {
    const content = entry.content();
    const line = wellFormedJson(textOf(content, this.#what), content);
    const bytes = Buffer.byteLength(line) + 1;
    if (bytes > this.#rules.max_line_bytes) throw tooLarge(this.#what, this.#rules.max_line_bytes);
    return { line, bytes };
  }

  #isDrop(error: unknown): boolean {
    if (error instanceof PersonalData) return true;
    if (!(error instanceof NotWritten)) return false;
    if (this.#rules.on_failure === 'drop') return true;
    this.#counts.failed++;
    return false;
  }
}

/** Objects with a `toJSON` of their own may throw anything. */
function textOf(content: object, what: string): string {
  try {
    return JSON.stringify(content);
  } catch {
    throw invalid(what, [{ path: '', message: 'it cannot be written as JSON' }]);
  }
}
