import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ExportJob } from '../context.ts';

/** An export that stands in the data folder, whoever made it. */
export interface FoundExport {
  /** Of its manifest: another export in the same place has another one. */
  readonly id: string;
  readonly folder: string;
  readonly job: ExportJob;
}

/** Of `manifest.json`, what is told. */
const manifestShape = z.looseObject({
  created: z.string(),
  format: z.string(),
  target: z.string().optional(),
  config_sha256: z.string(),
  outputs: z.array(z.looseObject({ file: z.string(), bytes: z.number() })),
  lines: z.record(z.string(), z.number()),
  account: z.looseObject({ kept: z.number(), dropped: z.unknown(), funnel: z.unknown() }),
  feedback: z.unknown(),
  splits: z.record(z.string(), z.number()),
  leaks: z.unknown().optional(),
});

type ReadManifest = z.infer<typeof manifestShape>;

/** Names as exports write them: at most one folder deep, and nothing that leads elsewhere. */
const PLAIN = /^(?:[\w-][\w.-]*\/)?[\w-][\w.-]*$/;

/** What a manifest says, and by what another one is noticed. */
interface Known {
  readonly mark: string;
  readonly found: FoundExport | undefined;
}

/** The exports below `curated/`. A manifest is read again when it is another file. */
export class ExportsOnDisk {
  readonly #curated: string;
  #known = new Map<string, Known>();

  constructor(curated: string) {
    this.#curated = curated;
  }

  async all(): Promise<readonly FoundExport[]> {
    const known = new Map<string, Known>();
    for (const name of await foldersIn(this.#curated)) {
      const folder = join(this.#curated, name);
      const mark = await markOf(join(folder, 'manifest.json'));
      if (mark === undefined) continue;
      const before = this.#known.get(name);
      known.set(name, before?.mark === mark ? before : { mark, found: await readExport(folder) });
    }
    this.#known = known;
    return [...known.values()].flatMap(({ found }) => found ?? []);
  }

  async find(id: string): Promise<FoundExport | undefined> {
    return (await this.all()).find((found) => found.id === id);
  }
}

/** The path of a file that an export names; nothing for others, and where a link leads out of its folder. */
export async function fileOf({ folder, job }: FoundExport, name: string): Promise<string | undefined> {
  if (!job.files.some((file) => file.name === name)) return undefined;
  try {
    const path = join(await realpath(folder), name);
    return (await realpath(path)) === path ? path : undefined;
  } catch {
    return undefined; // it is gone
  }
}

async function foldersIn(curated: string): Promise<string[]> {
  try {
    // What begins with a dot is being built, or set aside.
    return (await readdir(curated)).filter((name) => !name.startsWith('.')).sort();
  } catch {
    return []; // nothing was exported yet
  }
}

async function markOf(path: string): Promise<string | undefined> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true });
    return [ino, size, mtimeNs].join(' ');
  } catch {
    return undefined;
  }
}

async function readExport(folder: string): Promise<FoundExport | undefined> {
  try {
    const bytes = await readFile(join(folder, 'manifest.json'));
    const manifest = manifestShape.parse(JSON.parse(bytes.toString('utf8')));
    const id = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    return { id, folder, job: jobOf(id, manifest, bytes.length) };
  } catch {
    return undefined; // no manifest of ours
  }
}

function jobOf(id: string, manifest: ReadManifest, bytes: number): ExportJob {
  const written = manifest.outputs.map(({ file, bytes }) => ({ name: file, bytes }));
  const files = [...written, { name: 'manifest.json', bytes }].filter(({ name }) => PLAIN.test(name));
  const { created, format } = manifest;
  return {
    id,
    format,
    status: 'done',
    requested: created,
    ended: created,
    report: reportOf(manifest),
    problem: null,
    files,
  };
}

/** As `curate export --json` has it, as far as the manifest knows. */
function reportOf({ format, target, lines, account, feedback, splits, leaks }: ReadManifest): object {
  const { kept, dropped, funnel } = account;
  const { train = 0, val = 0, test = 0 } = splits;
  return {
    command: 'export',
    format,
    ...(target !== undefined && { target }),
    ...lines,
    kept,
    dropped,
    feedback,
    splits: { train, val, test },
    ...(leaks !== undefined && { leaks }),
    funnel,
  };
}
