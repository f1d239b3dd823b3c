import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findFiles, type InputFile } from '../../inputs/files.ts';
import { isFolder, type Project } from '../project.ts';

/** What a file of lines holds; those of the archive hold both. */
export type LogKind = 'conversations' | 'feedback' | 'archive';

/** A file of lines that may have the subject in it. Its `name` is that of provenance and manifests. */
export interface LogFile extends InputFile {
  readonly kind: LogKind;
  /** Somebody may be writing to it: the newest of its name, neither compressed nor an array. */
  readonly growing: boolean;
}

/** Every file of lines of a project: raw logs, feedback and comments, and the archive of what was pruned. */
export async function findLogFiles(project: Project): Promise<LogFile[]> {
  const { conversations, feedback } = project.config.inputs;
  const archive = join(project.data, 'archive');
  const [raw, rated, archived] = await Promise.all([
    findFiles(conversations, project.logs),
    findFiles(feedback, project.logs),
    isFolder(archive) ? findFiles(['**/*.jsonl', '**/*.jsonl.gz'], archive) : [],
  ]);
  // A file that both globs find is read as both by a survey; here it needs to be cleaned once.
  const seen = new Set<string>();
  const of = (kind: LogKind, files: readonly InputFile[], prefix = ''): LogFile[] =>
    files.flatMap((file) => {
      if (seen.has(file.path)) return [];
      seen.add(file.path);
      const both = kind === 'conversations' && rated.some(({ path }) => path === file.path);
      const growing = kind !== 'archive' && isNewestOfName(file, files);
      return [{ ...file, name: `${prefix}${file.name}`, kind: both ? 'archive' : kind, growing }];
    });
  return [...of('conversations', raw), ...of('archive', archived, 'archive/'), ...of('feedback', rated)];
}

/** `conversations_2026-09-30.jsonl` is the newest of `conversations_…`, whatever other logs there are. */
function isNewestOfName(file: InputFile, files: readonly InputFile[]): boolean {
  const stem = (name: string): string => name.replace(/\d[^/]*$/, '');
  const grows = ({ gzip, array }: InputFile): boolean => !gzip && !array;
  return (
    grows(file) &&
    !files.some((other) => grows(other) && stem(other.name) === stem(file.name) && other.name > file.name)
  );
}

const ASIDE = '.curate-forget-';

/** Where a file is written until it is whole: beside its place, under a name that no glob of inputs finds. */
export function asideOf(path: string): string {
  return join(dirname(path), `${ASIDE}${basename(path)}`);
}

/** Removes what killed runs left half written in the folders of these files. */
export function clearAsides(paths: Iterable<string>): void {
  for (const folder of new Set(Array.from(paths, (path) => dirname(existsSync(path) ? realpathSync(path) : path)))) {
    if (!isFolder(folder)) continue;
    for (const name of readdirSync(folder)) if (name.startsWith(ASIDE)) rmSync(join(folder, name), { force: true });
  }
}
