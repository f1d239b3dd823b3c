import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { CurateError } from '../../errors.ts';
import { containerOfFile } from '../../formats/container.ts';
import { ARCHIVE } from '../../inputs/archivedFiles.ts';
import { findFiles, headOf, type InputFile, inputFile } from '../../inputs/files.ts';
import { isFolder, type Project } from '../project.ts';
import { type Shape, shapeOf } from './shape.ts';

/** A file to be scanned; its name is the path under which findings are told. */
export interface ScanFile extends InputFile {
  readonly shape: Shape;
  /** Its name says that it holds JSON, so that a line which is none is worth a word. */
  readonly json: boolean;
  /** It holds rows in Parquet, which are scanned as lines of JSON; so lines are rows. */
  readonly parquet: boolean;
}

export interface ScanSources {
  /** `-` is standard input; what is no file on a disk, such as a pipe, is a stream as well. */
  readonly files: readonly (ScanFile | ScanStream)[];
  /** Names of files in folders that are no text, and are passed over. */
  readonly passed_over: readonly string[];
}

export interface ScanStream {
  readonly name: string;
  /** `undefined` for standard input. */
  readonly path: string | undefined;
}

export function isScanFile(source: ScanFile | ScanStream): source is ScanFile {
  return 'shape' in source;
}

/**
 * The files that are meant: those named, and all in the folders named, hidden ones aside; without a name the raw logs and
 * feedback of the project, its archive and its data sets.
 * @throws CurateError for a file named that is no text, and when there is nothing to scan
 */
export async function scanSources(project: Project, names: readonly string[]): Promise<ScanSources> {
  const found: (InputFile | ScanStream)[] = [];
  if (names.length === 0) found.push(...(await ownFiles(project)));
  for (const name of names) found.push(...(await filesNamed(name)));
  if (found.length === 0)
    throw new CurateError(
      names.length === 0
        ? `${shownPath(project.data)}: there are no logs and no data sets to scan. Name files or folders, or the folder of your data with --data.`
        : `${names.join(', ')}: there is no file in it. Name what is to be scanned.`,
    );
  const files: (ScanFile | ScanStream)[] = [];
  const passed_over: string[] = [];
  for (const one of uniquely(found)) {
    if (!('bytes' in one)) files.push(one);
    else if (isText(one.path) || isParquet(one.path)) files.push(scanFile(one));
    else if (names.some((name) => resolve(name) === one.path))
      throw new CurateError(`${one.name}: it is not text, so it cannot be scanned. Unpack it, or leave it out.`);
    else passed_over.push(one.name);
  }
  return { files, passed_over };
}

async function ownFiles({ config, data, logs, curated }: Project): Promise<InputFile[]> {
  const { conversations, feedback } = config.inputs;
  const raw = await findFiles([...conversations, ...feedback], logs);
  const archived = await findFiles(['**'], join(data, ARCHIVE));
  const exported = await findFiles(['**'], curated);
  return [...raw, ...archived, ...exported].map((file) => ({ ...file, name: shownPath(file.path) }));
}

async function filesNamed(name: string): Promise<(InputFile | ScanStream)[]> {
  if (name === '-') return [{ name, path: undefined }];
  if (isFolder(name)) {
    const files = await findFiles(['**'], name);
    return files.map((file) => ({ ...file, name: join(name, file.name).split(sep).join('/') }));
  }
  if (!statSync(name).isFile()) return [{ name, path: name }];
  return [{ ...inputFile(resolve(name), '.'), name }];
}

/** Relative to the working folder where it lies in it. */
function shownPath(path: string): string {
  const below = relative('.', path);
  return (below.startsWith('..') ? path : below).split(sep).join('/');
}

/** A file that is meant twice counts once. */
function uniquely<Source extends { readonly path: string | undefined }>(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.path, source] as const)).values()];
}

/** No text file has a zero byte; UTF-16 has, and is nobody's log. */
function isText(path: string): boolean {
  return !headOf(path).includes(0);
}

/** Parquet begins with its name (parquet-format, File Format). */
function isParquet(path: string): boolean {
  return containerOfFile(path) === 'parquet' && headOf(path).toString('latin1', 0, 4) === 'PAR1';
}

function scanFile(file: InputFile): ScanFile {
  const parquet = isParquet(file.path);
  const json = parquet || /\.(?:jsonl|ndjson|json)(?:\.gz)?$/.test(file.path);
  return { ...file, shape: shapeOf(file), json, parquet };
}
