import type { ExportShape, FormatOptions, ReadExample } from '../formats/format.ts';

/** A trainer's rules on top of the formats it reads: facts from its documentation or code, and nothing else. */
export interface Target {
  /** As `--for` takes it. */
  readonly name: string;
  /** As its makers write it. */
  readonly title: string;
  /** One line for `curate targets`: what it is. */
  readonly summary: string;
  /** Where the facts are from: pages, or files of its source. */
  readonly sources: readonly string[];
  /** Formats it reads, by name; the first is written where none is asked for. */
  readonly formats: readonly [string, ...string[]];
  /** Containers it reads; the first is written. */
  readonly containers: readonly ['jsonl' | 'json' | 'parquet' | 'csv', ...('jsonl' | 'json' | 'parquet' | 'csv')[]];
  /** It reads `train.jsonl.gz` and the like. */
  readonly gzip: boolean;
  /** Names of the files, without extension. */
  readonly files: { readonly train: string; readonly val: string; readonly test: string };
  /** Files begin with a byte-order mark. */
  readonly byte_order_mark: boolean;
  /** How rows look, where it wants another than the usual way. */
  readonly options: Partial<FormatOptions>;
  readonly limits: Limits;
  /** What it does with a turn that is marked as not to be learned (`weight: 0` and the like), as a sentence. */
  readonly masked_turns: string;
  /** Why it would refuse a row, or drop it without a word, each with a sentence. */
  readonly reasons: Readonly<Record<string, string>>;
  /** The reason why it would not learn from such an example; nothing where it would. */
  refuses(example: ReadExample): string | undefined;
  /** Files it wants beside the data, by name; paths are relative to the folder of the export. */
  beside(dataset: Dataset): Readonly<Record<string, string>>;
}

/** Each is left out where there is none, or none is known. */
export interface Limits {
  readonly min_train?: number;
  readonly max_train?: number;
  readonly min_val?: number;
  readonly max_val?: number;
  readonly max_bytes?: number;
  /** Tokens of one example; what is longer is cut or refused. */
  readonly max_tokens?: number;
}

/** What was written, for those who write beside it. */
export interface Dataset {
  /** A name of letters, digits and `_`. */
  readonly name: string;
  readonly format: string;
  readonly shape: ExportShape;
  /** Names of the files that were written; an empty split has none. */
  readonly files: { readonly train?: string; readonly val?: string; readonly test?: string };
}
