import type { ProgressDisplay } from '../../report/spinner.ts';
import type { SourceFile } from './sourceFile.ts';

/** How far an import is: by the bytes of its sources, which some importers read twice. */
export class ImportProgress {
  readonly #display: Pick<ProgressDisplay, 'update'> | undefined;
  readonly #total: number;
  #before = 0;

  constructor(display: Pick<ProgressDisplay, 'update'> | undefined, sources: readonly SourceFile[], times: number) {
    this.#display = display;
    this.#total = times * sources.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** @param bytes of the file that is being read */
  read(bytes: number, entries: number): void {
    const done = this.#before + bytes;
    this.#display?.update({ phase: 'import', done, total: this.#total, lines: entries, bytes: done });
  }

  through({ bytes }: SourceFile): void {
    this.#before += bytes;
  }
}
