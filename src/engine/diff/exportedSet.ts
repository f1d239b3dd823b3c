import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { CurateError } from '../../errors.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import { isFolder } from '../project.ts';

/** What is read of a manifest; it has more. */
const manifestSchema = z.object({
  curate: z.string(),
  created: z.string(),
  format: z.string(),
  config_sha256: z.string(),
  config: z.record(z.string(), z.unknown()),
  period: z.object({ since: z.string().nullable(), until: z.string().nullable() }),
  account: z.object({ dropped: z.object({ by_reason: z.record(z.string(), z.number()) }) }),
  ledger: z.object({ reset: z.boolean() }).optional(),
  decontaminated: z.object({ files: z.array(z.object({ file: z.string(), sha256: z.string() })) }).optional(),
  tokens: z.object({ sha256: z.string().nullable(), config_sha256: z.string().nullable() }).optional(),
  inputs: z.array(
    z.object({
      file: z.string(),
      kind: z.enum(['conversations', 'feedback']),
      bytes: z.number(),
      sha256: z.string(),
      lines: z.number(),
    }),
  ),
});

export type ExportedManifest = z.infer<typeof manifestSchema>;

/** An export into a folder, to be compared. */
export interface ExportedSet {
  /** As it was named. */
  readonly folder: string;
  readonly manifest: ExportedManifest;
  /** Files of provenance, by place in `SPLITS`; a split without rows has none. */
  readonly provenance: readonly (string | undefined)[];
}

/** @throws CurateError when there is no export in the folder, or not a whole one */
export function openExportedSet(folder: string): ExportedSet {
  const path = join(resolve(folder), 'manifest.json');
  if (!existsSync(path))
    throw new CurateError(`${folder}: there is no export in it (no manifest.json).${hint(folder)}`);
  const manifest = manifestIn(path);
  if (manifest === undefined)
    throw new CurateError(`${path}: this is not the manifest of an export by curate. Name the folder of one.`);
  const provenance = SPLITS.map((split) => {
    const file = join(resolve(folder), 'provenance', `${split}.jsonl`);
    return existsSync(file) ? file : undefined;
  });
  if (provenance.every((file) => file === undefined))
    throw new CurateError(
      `${folder}: it has no provenance/, by which rows are told apart. Only exports into folders can be compared.`,
    );
  return { folder, manifest, provenance };
}

function manifestIn(path: string): ExportedManifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** The folder above those of the formats is easily named by mistake. */
function hint(folder: string): string {
  if (!isFolder(folder)) return ' Name the folder of an export, such as data/curated/chatml.';
  const below = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'manifest.json')));
  const [first] = below.sort();
  return first === undefined ? '' : ` There is one in ${join(folder, first)}.`;
}
