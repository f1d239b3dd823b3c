import { join } from 'node:path';
import type { Container } from '../../formats/container.ts';
import type { RowWriter } from '../../formats/format.ts';
import { SPLITS, type SplitName } from '../../pipeline/split/assign.ts';
import { OUR_NAMES, type Target } from '../../targets/target.ts';
import { type ContainerWriter, openContainer } from '../containers/openContainer.ts';
import type { WriteResult, WrittenRows } from '../tasks.ts';
import { sinkFor } from './exportTarget.ts';
import type { ManifestOutput } from './manifest.ts';
import { OutputFile } from './outputFile.ts';

/** A split that was written. */
export interface WrittenSplit {
  readonly split: SplitName;
  readonly file: string;
  readonly examples: number;
  readonly rows: number;
}

/** The files of one format while they are written: a file a split, made with its first row, and its provenance. */
export class FormatFolder {
  readonly columns: RowWriter['columns'];
  readonly #folder: string;
  readonly #container: Container;
  readonly #compress: 'none' | 'gz';
  readonly #target: Target | undefined;
  readonly #splits = new Map<SplitName, SplitFiles>();

  /** @param target who says what the files are called, and how they begin */
  constructor(
    folder: string,
    writer: Pick<RowWriter, 'columns'>,
    container: Container,
    compress: 'none' | 'gz',
    target: Target | undefined,
  ) {
    this.#folder = folder;
    this.columns = writer.columns;
    this.#container = container;
    this.#compress = compress;
    this.#target = target;
  }

  async add(result: WriteResult[number]): Promise<void> {
    for (const [place, split] of SPLITS.entries()) {
      const rows = result[place];
      if (rows !== undefined && rows.rows > 0) await (await this.#filesOf(split)).add(rows);
    }
  }

  /** Ends the files. The splits that have rows, and every file for the manifest. */
  async close(): Promise<{ splits: WrittenSplit[]; outputs: ManifestOutput[] }> {
    const open = SPLITS.map((split) => this.#splits.get(split)).filter((files) => files !== undefined);
    const closed = await Promise.all(open.map((files) => files.close()));
    return { splits: closed.map(({ split }) => split), outputs: closed.flatMap(({ outputs }) => outputs) };
  }

  async #filesOf(split: SplitName): Promise<SplitFiles> {
    const open = this.#splits.get(split);
    if (open !== undefined) return open;
    const ending = this.#compress === 'gz' ? '.gz' : '';
    const name = (this.#target?.files ?? OUR_NAMES)[split];
    const names = { rows: `${name}.${this.#container}${ending}`, provenance: `provenance/${split}.jsonl` };
    const rows = new OutputFile(join(this.#folder, names.rows), this.#compress);
    const sink = sinkFor(this.#target, (piece) => rows.write(piece));
    const container = await openContainer(this.#container, this.columns, sink);
    const provenance = new OutputFile(join(this.#folder, names.provenance), 'none');
    const files = new SplitFiles(split, names, { rows, container, provenance });
    this.#splits.set(split, files);
    return files;
  }
}

class SplitFiles {
  readonly #split: SplitName;
  readonly #names: { readonly rows: string; readonly provenance: string };
  readonly #rows: OutputFile;
  readonly #container: ContainerWriter;
  readonly #provenance: OutputFile;
  #examples = 0;

  constructor(
    split: SplitName,
    names: { rows: string; provenance: string },
    files: { rows: OutputFile; container: ContainerWriter; provenance: OutputFile },
  ) {
    this.#split = split;
    this.#names = names;
    this.#rows = files.rows;
    this.#container = files.container;
    this.#provenance = files.provenance;
  }

  async add(written: WrittenRows): Promise<void> {
    await this.#container.add(written);
    await this.#provenance.write(written.provenance);
    this.#examples += written.examples;
  }

  async close(): Promise<{ split: WrittenSplit; outputs: ManifestOutput[] }> {
    await this.#container.end();
    const { rows } = this.#container;
    const [file, provenance] = await Promise.all([this.#rows.close(), this.#provenance.close()]);
    return {
      split: { split: this.#split, file: this.#names.rows, examples: this.#examples, rows },
      outputs: [
        { file: this.#names.rows, split: this.#split, rows, ...file },
        { file: this.#names.provenance, rows, ...provenance },
      ],
    };
  }
}
