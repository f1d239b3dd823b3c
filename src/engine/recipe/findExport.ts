import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CurateError } from '../../errors.ts';
import { formatNamed } from '../../formats/index.ts';
import type { Target } from '../../targets/target.ts';
import { folderName, formatFor } from '../export/exportTarget.ts';
import type { Manifest } from '../export/manifest.ts';

/** An export that a trainer is to be set to. */
export interface TrainerExport {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * The export for a target.
 * @param asked another of its formats than the first
 * @throws CurateError that says which command makes it, when there is none
 */
export function findExport(curated: string, target: Target, asked: string | undefined): TrainerExport {
  const format = formatFor(target, asked);
  const folder = join(curated, folderName(format, target));
  const path = join(folder, 'manifest.json');
  const command = `curate export --for ${target.name}${asked === undefined ? '' : ` --format ${format.name}`}`;
  if (!existsSync(path))
    throw new CurateError(`${folder}: there is no export for ${target.title} yet. Run \`${command}\` first.`);
  const manifest = manifestIn(path);
  if (manifest?.target === target.name) return { folder, manifest };
  throw new CurateError(`${path}: this is not of an export for ${target.title}. Run \`${command}\` again.`);
}

function manifestIn(path: string): Manifest | undefined {
  try {
    const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'));
    formatNamed(manifest.format);
    return manifest;
  } catch {
    return undefined;
  }
}
