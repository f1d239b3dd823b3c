import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CurateError } from '../../errors.ts';
import type { Manifest } from '../export/manifest.ts';
import { isFolder } from '../project.ts';

/** An export into a folder. */
export interface DataSet {
  readonly folder: string;
  /** The manifest, and its text as it stands on the disk. */
  readonly manifest: Manifest;
  readonly text: string;
}

/**
 * Every data set below `curated`, and below the folders named besides.
 * @throws CurateError when a folder that is named holds none
 */
export function findDataSets(curated: string, also: readonly string[]): DataSet[] {
  const folders = new Set<string>();
  collect(curated, folders);
  for (const name of also) {
    const own = new Set<string>();
    collect(resolve(name), own);
    if (own.size === 0) {
      throw new CurateError(
        `--also ${name}: there is no export of curate in it (no manifest.json of one). A single file made with -o FILE has no provenance, so nobody can tell whose its rows are: delete it, and export again.`,
      );
    }
    for (const folder of own) folders.add(folder);
  }
  return [...folders].sort().flatMap((folder) => dataSetAt(folder) ?? []);
}

/** Adds the data sets at `folder` and below; a data set has none inside it. */
function collect(folder: string, to: Set<string>): void {
  if (!isFolder(folder)) return;
  const real = realpathSync(folder);
  if (to.has(real)) return;
  if (dataSetAt(real) !== undefined) {
    to.add(real);
    return;
  }
  for (const name of readdirSync(real).sort()) if (!name.startsWith('.')) collect(join(real, name), to);
}

function dataSetAt(folder: string): DataSet | undefined {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  // Other programs have a manifest.json as well; only that of an export names the hash of its config.
  if (!text.includes('"config_sha256":')) return undefined;
  try {
    const manifest: Manifest = JSON.parse(text);
    return { folder, manifest, text };
  } catch {
    throw new CurateError(`${path}: this is not JSON any more; delete the folder and export again.`);
  }
}
