import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.ts';

/**
 * What earlier runs have left in a data folder when a program starts: whatever there is; nothing; the digests of all
 * logs; or the digests of all days but the last, as on the morning after.
 */
export type State = 'any' | 'cold' | 'warm' | 'a day behind';

/** Brings a data folder into the state in which a case is measured. */
export class DataFolder {
  readonly #folder: string;
  readonly #cli: string;
  #hasSnapshot = false;

  /** @param cli the program that makes the digests */
  constructor(folder: string, cli: string) {
    this.#folder = folder;
    this.#cli = cli;
  }

  async bring(state: State): Promise<void> {
    if (state === 'cold') for (const name of ['curated', '.curate']) this.#remove(name);
    if (state === 'warm') await this.#survey();
    if (state === 'a day behind') await this.#goBackADay();
  }

  async #survey(): Promise<void> {
    await measure([this.#cli, 'progress', '--data', this.#folder, '--json', '--quiet'], true);
  }

  /** Digests are copied, not made again each time: those of a year take half a minute. */
  async #goBackADay(): Promise<void> {
    if (!this.#hasSnapshot) await this.#makeSnapshot();
    this.#remove('.curate');
    cpSync(this.#path('.curate-before'), this.#path('.curate'), { recursive: true, preserveTimestamps: true });
  }

  async #makeSnapshot(): Promise<void> {
    this.#remove('.curate');
    this.#remove('.curate-before');
    const logs = this.#path('training_logs');
    const aside = this.#path('last-day');
    mkdirSync(aside, { recursive: true });
    for (const name of lastDay(readdirSync(logs))) renameSync(join(logs, name), join(aside, name));
    await this.#survey().finally(() => {
      for (const name of readdirSync(aside)) renameSync(join(aside, name), join(logs, name));
    });
    renameSync(this.#path('.curate'), this.#path('.curate-before'));
    this.#hasSnapshot = true;
  }

  #remove(name: string): void {
    rmSync(this.#path(name), { recursive: true, force: true });
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}

/** The files of the newest day, feedback included. */
function lastDay(names: readonly string[]): string[] {
  const dates = names.flatMap((name) => /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? []).sort();
  const last = dates.at(-1);
  return last === undefined ? [] : names.filter((name) => name.includes(last));
}
