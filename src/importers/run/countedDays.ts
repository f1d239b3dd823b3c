import { createHash, type Hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../../engine/hashFile.ts';
import type { DayFile, DaySink } from './dayFiles.ts';

/** What an import would write, without writing it. */
export class CountedDays implements DaySink {
  readonly #folder: string;
  readonly #days = new Map<string, { readonly hash: Hash; lines: number }>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  add(name: string, line: string): void {
    const day = this.#days.get(name) ?? { hash: createHash('sha256'), lines: 0 };
    this.#days.set(name, day);
    day.hash.update(`${line}\n`);
    day.lines++;
  }

  finish(): DayFile[] {
    return [...this.#days]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, { hash, lines }]) => {
        const place = join(this.#folder, name);
        return { name, lines, unchanged: existsSync(place) && sha256Of(place) === hash.digest('hex') };
      });
  }

  abandon(): void {
    this.#days.clear();
  }
}
