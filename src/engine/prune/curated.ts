import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../config/config.ts';
import type { StayReason } from '../../report/types.ts';

/** What is read of a manifest; it has more. */
const manifestSchema = z.object({
  config: z.object({
    ...{ inputs: z.unknown(), pipeline: z.unknown(), conversation: z.unknown() },
    tokenizer: z.unknown().default(null), // by its tokens conversations may be cut
  }),
  period: z.object({ since: z.string().nullable(), until: z.string().nullable() }),
  inputs: z.array(z.object({ file: z.string(), bytes: z.number(), sha256: z.string() })),
});

type ExportedManifest = z.infer<typeof manifestSchema>;

/** The exports in `data/curated/`, and what they say of raw logs. */
export class Curated {
  readonly #manifests: readonly (ExportedManifest | undefined)[];
  readonly #settings: string;

  /** @param config what an archive would be made by */
  constructor(curated: string, config: Config) {
    this.#manifests = manifestsIn(curated);
    this.#settings = settingsOf(config);
  }

  /**
   * Why a raw file was not curated as it is now; `undefined` when every export has it, whole and under these settings. Without
   * any export nothing was.
   * @param name as in `InputFile.name`
   */
  whyNot(name: string, bytes: number, sha256: string): StayReason | undefined {
    if (this.#manifests.length === 0) return 'not_exported';
    for (const manifest of this.#manifests) {
      const input = manifest?.inputs.find(({ file }) => file === name);
      if (manifest === undefined || input?.bytes !== bytes || input.sha256 !== sha256) return 'not_exported';
      if (manifest.period.since !== null || manifest.period.until !== null) return 'exported_in_part';
      if (settingsOf(manifest.config) !== this.#settings) return 'other_settings';
    }
    return undefined;
  }
}

/** A manifest that cannot be read says of nothing that it was exported. */
function manifestsIn(curated: string): (ExportedManifest | undefined)[] {
  if (!existsSync(curated)) return [];
  const folders = readdirSync(curated, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'));
  const texts = folders.flatMap(({ name }) => textAt(join(curated, name, 'manifest.json')));
  return texts.filter((text) => text.includes('"config_sha256":')).map(manifestOf);
}

function textAt(path: string): string[] {
  return existsSync(path) ? [readFileSync(path, 'utf8')] : [];
}

function manifestOf(text: string): ExportedManifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** How logs are read and what the record stages do, of a config: an archive made by others is not what was exported. */
function settingsOf({ inputs, pipeline, conversation, tokenizer }: ExportedManifest['config']): string {
  return JSON.stringify([inputs, pipeline, conversation, tokenizer]);
}
