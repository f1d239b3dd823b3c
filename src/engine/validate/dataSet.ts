import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { closest } from 'fastest-levenshtein';
import { CurateError } from '../../errors.ts';
import { targetNamed } from '../../targets/index.ts';
import type { Target } from '../../targets/target.ts';
import { guessFormat } from '../../validate/guess.ts';
import type { Layout } from '../../validate/layout.ts';
import { LAYOUTS, layoutNamed } from '../../validate/layouts.ts';
import type { Rules } from '../../validate/rules.ts';
import { sameRows } from '../../validate/sameRows.ts';
import { TRAINERS, usualReader } from '../../validate/trainers.ts';
import { isFolder } from '../project.ts';
import { type DataFile, dataFiles } from './dataFiles.ts';
import { type DatasetInfo, datasetInfoIn } from './datasetInfo.ts';
import { type Exported, exportedIn } from './exported.ts';
import { type Head, headOfData } from './head.ts';

/** A file whose rows can be checked. */
export interface ReadyFile {
  readonly file: DataFile;
  readonly head: Head;
  /** Nothing where its rows are of no format that is known. */
  readonly layout: Layout | undefined;
}

export interface DataSet {
  readonly path: string;
  readonly files: readonly ReadyFile[];
  readonly rules: Rules;
  /** Whose rules they are. */
  readonly reader: string;
  readonly target: string | undefined;
  readonly facts: Target | undefined;
  /** The format was found by the rows, not named. */
  readonly guessed: boolean;
  /** A README.md says which files are loaded together, so folders may hold different rows. */
  readonly configs: boolean;
  /** dataset_info.json of the folder, and manifest.json as `curate export` writes it. */
  readonly info: DatasetInfo | undefined;
  readonly exported: Exported | undefined;
}

export interface DataSetRequest {
  readonly format?: string | undefined;
  readonly target?: string | undefined;
}

/**
 * Finds the files of a data set and what they are.
 * @throws CurateError for a name of a format or target that there is not, and for a folder without rows
 */
export async function openDataSet(path: string, request: DataSetRequest): Promise<DataSet> {
  const folder = isFolder(path) ? path : dirname(path);
  const exported = exportedIn(folder);
  const info = datasetInfoIn(folder);
  const target = request.target ?? exported?.target;
  const facts = target === undefined ? undefined : targetNamed(target);
  const named = request.format ?? exported?.format;
  if (named !== undefined)
    known(
      '--format',
      named,
      LAYOUTS.map(({ format }) => format),
    );
  const files: ReadyFile[] = [];
  for (const file of dataFiles(path)) {
    const head = await headOfData(file);
    files.push({ file, head, layout: layoutOf(file, head, named, { info, facts }) });
  }
  const reader = readerOf(target, files, named !== undefined);
  return {
    path,
    files,
    rules: reader.rules,
    reader: reader.name,
    target,
    facts,
    guessed: named === undefined,
    configs: hasConfigs(folder),
    info,
    exported,
  };
}

/** Front matter of the hub with `configs:` (datasets, docs/source/repository_structure.mdx). */
function hasConfigs(folder: string): boolean {
  try {
    return /^---\n(?:.*\n)*?configs:\n/.test(readFileSync(join(folder, 'README.md'), 'utf8').slice(0, FRONT_MATTER));
  } catch {
    return false;
  }
}

/** Ours: front matter is not longer. */
const FRONT_MATTER = 16_384;

function readerOf(
  target: string | undefined,
  files: readonly ReadyFile[],
  named: boolean,
): { readonly name: string; readonly rules: Rules } {
  const rules = target === undefined ? undefined : TRAINERS[target];
  if (target !== undefined && rules !== undefined) return { name: target, rules };
  const format = files.find(({ layout }) => layout !== undefined)?.layout?.format ?? '';
  return usualReader(format, named);
}

function layoutOf(
  { listed }: DataFile,
  { rows }: Head,
  named: string | undefined,
  { info, facts }: Pick<DataSet, 'info' | 'facts'>,
): Layout | undefined {
  const described = info?.layouts.get(listed);
  if (described !== undefined) return described;
  const guessed = guessFormat(rows);
  if (named !== undefined || guessed === undefined) return named === undefined ? undefined : layoutNamed(named);
  // Rows that several formats have are those of the trainer's.
  const own = layoutNamed(guessed);
  const wanted = facts === undefined ? own : layoutNamed(sameRows(guessed, facts.formats) ?? guessed);
  return wanted?.kind === own?.kind ? wanted : own;
}

function known(flag: string, name: string, names: readonly string[]): void {
  if (names.includes(name)) return;
  throw new CurateError(
    `${flag} ${JSON.stringify(name.slice(0, 40))}: there is none of this name; the nearest is \`${closest(name, names)}\`. Choose one of ${names.join(', ')}.`,
  );
}
