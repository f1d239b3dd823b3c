import { readdirSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { CurateError } from '../../errors.ts';
import { type InputFile, inputFile } from '../../inputs/files.ts';
import { isFolder } from '../project.ts';

export type Split = 'train' | 'val' | 'test';

/** A file of rows of a data set. */
export interface DataFile extends InputFile {
  /** By its name, as `datasets` tells splits; nothing where the name does not say. */
  readonly split: Split | undefined;
  /** Its path in the folder of the data set, as files beside the rows name it. */
  readonly listed: string;
  readonly container: 'jsonl' | 'json' | 'csv' | 'parquet';
}

const DATA_NAME = /\.(jsonl|ndjson|json|csv|parquet)(?:\.gz)?$/i;

/** What lies beside rows, by name: of ours, of LLaMA-Factory, of the hub and of trainers. */
const BESIDE = /^(?:manifest|dataset_infos?|dataset_dict|state|stats|config|package|quarantine|kept)\.jsonl?$/i;

/** datasets, data_files.py: KEYWORDS_IN_FILENAME_BASE_PATTERNS. */
const SPLIT_WORDS: readonly (readonly [Split, RegExp])[] = [
  ['train', /(?:^|[^a-z])train(?:ing)?(?:[^a-z]|$)/i],
  ['val', /(?:^|[^a-z])(?:validation|valid|val|dev)(?:[^a-z]|$)/i],
  ['test', /(?:^|[^a-z])(?:testing|test|evaluation|eval)(?:[^a-z]|$)/i],
];

/** Split by the name of a file. */
export function splitOf(name: string): Split | undefined {
  const stem = basename(name).replace(DATA_NAME, '');
  return SPLIT_WORDS.find(([, word]) => word.test(stem))?.[0];
}

/**
 * The files of a data set, those of `train` first: the file, or those in the folder, or else in the folders in it.
 * @throws CurateError when there are none
 */
export function dataFiles(path: string): DataFile[] {
  if (!isFolder(path)) return [dataFile(path, path, basename(path))];
  const here = filesIn(path, '');
  const found = here.length > 0 ? here : foldersIn(path).flatMap((folder) => filesIn(path, folder));
  if (found.length === 0)
    throw new CurateError(
      `${path}: there are no rows in it. Name a file, or a folder with .jsonl, .json, .csv or .parquet files.`,
    );
  return found.sort((one, other) => rankOf(one) - rankOf(other) || (one.name < other.name ? -1 : 1));
}

function filesIn(folder: string, below: string): DataFile[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .filter(({ name }) => DATA_NAME.test(name) && !BESIDE.test(name))
    .map(({ name }) => dataFile(join(folder, below, name), join(below, name), join(below, name)));
}

/** `provenance` lies beside rows and is none of them. */
function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'provenance')
    .map(({ name }) => name);
}

function dataFile(path: string, name: string, listed: string): DataFile {
  const extension = DATA_NAME.exec(path)?.[1]?.toLowerCase() ?? 'jsonl';
  const container = extension === 'json' || extension === 'csv' || extension === 'parquet' ? extension : 'jsonl';
  const slashed = (text: string): string => text.split(sep).join('/');
  return {
    ...inputFile(resolve(path), '.'),
    name: slashed(name),
    listed: slashed(listed),
    split: splitOf(name),
    container,
  };
}

function rankOf({ split }: DataFile): number {
  return split === undefined ? 0 : ['train', 'val', 'test'].indexOf(split);
}
