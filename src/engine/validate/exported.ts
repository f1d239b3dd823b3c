import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '../../measures/jsonObject.ts';

/** What manifest.json of an export says. */
export interface Exported {
  readonly format: string;
  readonly target: string | undefined;
  /** SHA-256 of its files by their names. */
  readonly sha256: ReadonlyMap<string, string>;
}

/** Nothing where the folder has no manifest of ours. */
export function exportedIn(folder: string): Exported | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  } catch {
    return undefined;
  }
  if (!isObject(manifest) || typeof manifest.curate !== 'string' || typeof manifest.format !== 'string')
    return undefined;
  const outputs: readonly unknown[] = Array.isArray(manifest.outputs) ? manifest.outputs : [];
  const sha256 = new Map<string, string>();
  for (const output of outputs)
    if (isObject(output) && typeof output.file === 'string' && typeof output.sha256 === 'string')
      sha256.set(output.file, output.sha256);
  return {
    format: manifest.format,
    target: typeof manifest.target === 'string' ? manifest.target : undefined,
    sha256,
  };
}
