import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_MODE } from '../../collect/openLog.ts';
import { syncFolder } from '../../engine/export/staging.ts';
import { sha256Of } from '../../engine/hashFile.ts';
import { asideOfImport, clearImportRubbish } from '../../engine/importAside.ts';
import { writeAll } from '../../engine/writeAll.ts';
import { dateOf } from '../../measures/calendar.ts';

/** Ours: a small part of the 1,024 that systems grant; years of days take turns. */
const MOST_OPEN = 64;

/** Ours: what all days together may hold before it is written. */
const MOST_WAITING = 8 * 1024 * 1024;

const DAY_MS = 86_400_000;

/** A file of one day that an import has made. */
export interface DayFile {
  readonly name: string;
  readonly lines: number;
  /** The same bytes were there already. */
  readonly unchanged: boolean;
}

/** Takes the lines of an import by the file they belong to. */
export interface DaySink {
  /** @param line without its end */
  add(name: string, line: string): void;
  /** The files, in the order of their names; after it nothing can be added. */
  finish(): DayFile[];
  /** Nothing is to be kept. */
  abandon(): void;
}

interface Day {
  waiting: string[];
  lines: number;
  descriptor: number | undefined;
}

/** `conversations_2026-09-30_chatgpt-0a1b2c3d.jsonl`; lines without a time go to `conversations_undated_…`, whatever day it is imported on. */
export function dayName(kind: 'conversations' | 'feedback', time: number | undefined, suffix: string): string {
  return `${kind}_${time === undefined ? 'undated' : dateOf(Math.floor(time / DAY_MS))}_${suffix}.jsonl`;
}

/** Lines by day, written aside; `finish` puts whole files into their place. */
export class DayFiles implements DaySink {
  readonly #folder: string;
  readonly #aside: string;
  readonly #days = new Map<string, Day>();
  readonly #open = new Set<Day>();
  #waiting = 0;

  /** @param folder the folder of the logs; whoever makes this has its lock */
  constructor(folder: string) {
    this.#folder = folder;
    this.#aside = asideOfImport(folder);
    clearImportRubbish(folder);
    mkdirSync(this.#aside, { recursive: true, mode: 0o700 });
  }

  add(name: string, line: string): void {
    const day = this.#days.get(name) ?? { waiting: [], lines: 0, descriptor: undefined };
    this.#days.set(name, day);
    day.waiting.push(line);
    day.lines++;
    this.#waiting += line.length;
    if (this.#waiting > MOST_WAITING) this.#writeWaiting();
  }

  /** Puts all files into their place, each whole and on the disk. Those that are there already are left alone. */
  finish(): DayFile[] {
    this.#writeWaiting();
    const made: DayFile[] = [];
    for (const [name, day] of [...this.#days].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const aside = join(this.#aside, name);
      const descriptor = this.#descriptorOf(name, day);
      fsyncSync(descriptor);
      this.#close(day);
      const place = join(this.#folder, name);
      made.push({ name, lines: day.lines, unchanged: sameBytes(aside, place) });
    }
    for (const { name, unchanged } of made)
      if (!unchanged) renameSync(join(this.#aside, name), join(this.#folder, name));
    this.abandon();
    syncFolder(this.#folder);
    return made;
  }

  /** Removes what was written aside. */
  abandon(): void {
    for (const day of [...this.#open]) this.#close(day);
    rmSync(this.#aside, { recursive: true, force: true });
  }

  #writeWaiting(): void {
    for (const [name, day] of this.#days) {
      if (day.waiting.length === 0) continue;
      writeAll(this.#descriptorOf(name, day), Buffer.from(`${day.waiting.join('\n')}\n`));
      day.waiting = [];
    }
    this.#waiting = 0;
  }

  #descriptorOf(name: string, day: Day): number {
    if (day.descriptor !== undefined) return day.descriptor;
    const [oldest] = this.#open;
    if (this.#open.size >= MOST_OPEN && oldest !== undefined) this.#close(oldest);
    day.descriptor = openSync(join(this.#aside, name), 'a', FILE_MODE);
    this.#open.add(day);
    return day.descriptor;
  }

  #close(day: Day): void {
    if (day.descriptor !== undefined) closeSync(day.descriptor);
    day.descriptor = undefined;
    this.#open.delete(day);
  }
}

function sameBytes(one: string, other: string): boolean {
  try {
    return sha256Of(one) === sha256Of(other);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
