import { statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Config } from '../../config/config.ts';
import { CurateError } from '../../errors.ts';
import { findFiles, type InputFile } from '../../inputs/files.ts';
import type { BenchmarkFile, BenchmarkPlan } from '../../pipeline/recordPlan.ts';
import { fileProblem } from '../fileProblem.ts';
import { sha256Of } from '../hashFile.ts';

/**
 * The files that `decontaminate.against` names, with their hashes: digests made against others are not used.
 * @param configFile the file that names them; paths and globs are relative to its folder
 * @param curated where exports go: what stands there is made of these logs, and would be taken out of itself
 * @throws CurateError when a path or glob leads to no file that can be read
 */
export async function benchmarkPlan(
  { decontaminate, pipeline }: Pick<Config, 'decontaminate' | 'pipeline'>,
  configFile: string | undefined,
  curated: string,
): Promise<BenchmarkPlan | undefined> {
  const { against } = decontaminate;
  if (against.length === 0 || !pipeline.some(({ use }) => use === 'decontaminate')) return undefined;
  const folder = configFile === undefined ? resolve('.') : dirname(resolve(configFile));
  const refuse = (glob: string, why: string): CurateError =>
    new CurateError(`${configFile ?? 'the config'}: decontaminate.against: ${glob}: ${why}`);
  const files = new Map<string, BenchmarkFile>();
  for (const glob of against) {
    const found = await findFiles([glob], folder);
    if (found.length === 0) throw refuse(glob, whyNone(glob, folder));
    for (const file of found) {
      if (!relative(curated, file.path).startsWith('..')) throw refuse(glob, inCurated(file));
      files.set(file.path, { name: file.name, path: file.path, bytes: file.bytes, sha256: hashOf(file) });
    }
  }
  return { files: [...files.values()] };
}

function whyNone(glob: string, folder: string): string {
  if (statSync(resolve(folder, glob), { throwIfNoEntry: false })?.isDirectory())
    return `it is a folder; name the files in it, such as ${join(glob, '*.jsonl')}, or ${join(glob, 'test.jsonl')} of an export.`;
  return `there is no such file. Paths and globs are relative to ${folder}; take the line out if there is nothing to hold out.`;
}

function inCurated({ name, path }: InputFile): string {
  return `${name} is an export that the next one replaces, so its rows would be taken out of it. Copy ${basename(path)} elsewhere, and name the copy.`;
}

function hashOf({ path, bytes }: InputFile): string {
  try {
    return sha256Of(path, bytes);
  } catch (error) {
    throw fileProblem(error) ?? error;
  }
}
