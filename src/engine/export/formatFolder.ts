import { join } from 'node:path';
import type { Frame, RowWriter } from '../../formats/format.ts';
import { SPLITS, type SplitName } from '../../pipeline/split/assign.ts';
import type { WriteResult, WrittenRows } from '../tasks.ts';
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

  constructor(folder: string, writer: RowWriter, extension: string, compress: 'none' | 'gz') {
    this.#folder = folder;
    this.#frame = writer.frame;
    this.columns = writer.columns;
    this.#extension = compress === 'gz' ? `${extension}.gz` : extension;
    this.#compress = compress;
  }

  async add(result: WriteResult[number]): Promise<void> {
    for (const split of SPLITS) if (result[split].rows > 0) await this.#filesOf(split).add(result[split]);
  }

  /** Ends the files. The splits that have rows, and every file for the manifest. */
  async close(): Promise<{ splits: WrittenSplit[]; outputs: ManifestOutput[] }> {
    const splits: WrittenSplit[] = [];
    const outputs: ManifestOutput[] = [];
    for (const split of SPLITS) {
      const files = this.#splits.get(split);
      if (files === undefined) continue;
      const closed = await files.close();
      splits.push(closed.split);
      outputs.push(...closed.outputs);
    }
    return { splits, outputs };
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
  readonly #frame: Frame;
  readonly #rows: OutputFile;
  readonly #provenance: OutputFile;
  #count = 0;
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
    this.#frame = frame;
    this.#rows = new OutputFile(join(folder, names.rows), compress);
    this.#provenance = new OutputFile(join(folder, names.provenance), 'none');
  }

  async add({ rows, examples, text, provenance }: WrittenRows): Promise<void> {
    await this.#rows.write(this.#count === 0 ? this.#frame.head : this.#frame.between);
    await this.#rows.write(text);
    await this.#provenance.write(provenance);
    this.#count += rows;
    this.#examples += examples;
  }

  async close(): Promise<{ split: WrittenSplit; outputs: ManifestOutput[] }> {
    await this.#rows.write(this.#frame.tail);
    const rows = this.#count;
    const split = { split: this.#split, file: this.#names.rows, examples: this.#examples, rows };
    return {
      split,
      outputs: [
        { file: this.#names.rows, rows, ...(await this.#rows.close()) },
        { file: this.#names.provenance, rows, ...(await this.#provenance.close()) },
      ],
    };
  }
}
