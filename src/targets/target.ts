import type { Column } from '../formats/columnType.ts';
import type { Container } from '../formats/container.ts';
import type { ExportShape, FormatOptions, ReadExample } from '../formats/format.ts';

/** A trainer's rules on top of the formats it reads: facts from its documentation or code, and nothing else. */
export interface Target extends Rules {
  /** As `--for` takes it. */
  readonly name: string;
  /** As its makers write it. */
  readonly title: string;
  /** One line for `curate targets`: what it is. */
  readonly summary: string;
  /** Where the facts are from. */
  readonly sources: readonly Source[];
  /** Formats it reads, by name; the first is written where none is asked for. */
  readonly formats: readonly [string, ...string[]];
  /** Containers it reads; the first is written. */
  readonly containers: readonly [Container, ...Container[]];
  /** It reads `train.jsonl.gz` and the like. */
  readonly gzip: boolean;
  /** Names of the files, without extension; perhaps with a folder. */
  readonly files: FileNames;
  /** Files begin with a byte-order mark. */
  readonly byte_order_mark: boolean;
  /** How rows look, where it wants another than the usual way. */
  readonly options: Partial<FormatOptions>;
  /** The same for formats of pairs, before `options`. */
  readonly pair_options?: Partial<FormatOptions>;
  readonly limits: Limits;
  /** What it does with a turn that is marked as not to be learned (`weight: 0` and the like), as a sentence. */
  readonly masked_turns: string;
  /** Files it wants beside the data, by name; paths in them are relative to the folder of the export. */
  beside(dataset: Dataset): Readonly<Record<string, string>>;
}

/** What a trainer would refuse, or drop without a word. */
export interface Rules {
  /** Why it would not learn from an example, each with a sentence. */
  readonly reasons: Readonly<Record<string, string>>;
  /**
   * The reason why it would not learn from such an example, as its row says it; nothing where it would.
   * @param format in which the example is written, by name
   */
  refuses(example: ReadExample, format: string): string | undefined;
}

/** A place where facts stand. */
export interface Source {
  /** Address of a page, or a file in a project's source. */
  readonly at: string;
  readonly tells: string;
  /** The code that it speaks of was run, and did so; else it is what the documentation says. */
  readonly tried: boolean;
}

export interface FileNames {
  readonly train: string;
  readonly val: string;
  readonly test: string;
}

/** Each is left out where there is none, or none is known. */
export interface Limits {
  readonly min_train?: number;
  readonly max_train?: number;
  readonly min_val?: number;
  readonly max_val?: number;
  /** Of train and val together. */
  readonly max_total?: number;
  /** Of one file. */
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
  /** The keys of every row. */
  readonly columns: readonly Column[];
  /** Names of the files that were written; an empty split has none. */
  readonly files: Partial<FileNames>;
}

/** Names that most trainers leave to whoever writes the files. */
export const OUR_NAMES: FileNames = { train: 'train', val: 'val', test: 'test' };
