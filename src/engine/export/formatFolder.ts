import { join } from 'node:path';
import type { Frame, RowWriter } from '../../formats/format.ts';
import { SPLITS, type SplitName } from '../../pipeline/split/assign.ts';
import type { WriteResult, WrittenRows } from '../tasks.ts';
import { FramedRows } from './framedRows.ts';
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
  readonly #frame: Frame;
  readonly #extension: string;
  readonly #compress: 'none' | 'gz';
  readonly #splits = new Map<SplitName, SplitFiles>();

  constructor(
    folder: string,
    writer: Pick<RowWriter, 'frame' | 'columns'>,
    extension: string,
    compress: 'none' | 'gz',
  ) {
    this.#folder = folder;
    this.#frame = writer.frame;
    this.columns = writer.columns;
    this.#extension = compress === 'gz' ? `${extension}.gz` : extension;
    this.#compress = compress;
  }

  async add(result: WriteResult[number]): Promise<void> {
    for (const [place, split] of SPLITS.entries()) {
      const rows = result[place];
      if (rows !== undefined && rows.rows > 0) await this.#filesOf(split).add(rows);
    }
  }

  /** Ends the files. The splits that have rows, and every file for the manifest. */
  async close(): Promise<{ splits: WrittenSplit[]; outputs: ManifestOutput[] }> {
    const open = SPLITS.map((split) => this.#splits.get(split)).filter((files) => files !== undefined);
    const closed = await Promise.all(open.map((files) => files.close()));
    return { splits: closed.map(({ split }) => split), outputs: closed.flatMap(({ outputs }) => outputs) };
  }

  #filesOf(split: SplitName): SplitFiles {
    const open = this.#splits.get(split);
    if (open !== undefined) return open;
    const names = { rows: `${split}.${this.#extension}`, provenance: `provenance/${split}.jsonl` };
    const files = new SplitFiles(split, this.#folder, names, this.#frame, this.#compress);
    this.#splits.set(split, files);
    return files;
  }
}

class SplitFiles {
  readonly #split: SplitName;
  readonly #names: { readonly rows: string; readonly provenance: string };
  readonly #rows: OutputFile;
  readonly #framed: FramedRows;
  readonly #provenance: OutputFile;
  #examples = 0;

  constructor(
    split: SplitName,
    folder: string,
    names: { rows: string; provenance: string },
    frame: Frame,
    compress: 'none' | 'gz',
  ) {
    this.#split = split;
    this.#names = names;
    this.#rows = new OutputFile(join(folder, names.rows), compress);
    this.#framed = new FramedRows(frame, (piece) => this.#rows.write(piece));
    this.#provenance = new OutputFile(join(folder, names.provenance), 'none');
  }

  async add(written: WrittenRows): Promise<void> {
    await this.#framed.add(written);
    await this.#provenance.write(written.provenance);
    this.#examples += written.examples;
  }

  async close(): Promise<{ split: WrittenSplit; outputs: ManifestOutput[] }> {
    await this.#framed.end();
    const { rows } = this.#framed;
    const [file, provenance] = await Promise.all([this.#rows.close(), this.#provenance.close()]);
    return {
      split: { split: this.#split, file: this.#names.rows, examples: this.#examples, rows },
      outputs: [
        { file: this.#names.rows, rows, ...file },
        { file: this.#names.provenance, rows, ...provenance },
      ],
    };
  }
}
