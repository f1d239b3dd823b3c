import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTAINERS, type ContainerName } from './containers.ts';
import type { Curate } from './curate.ts';
import type { Told, World, WorldSplit } from './worlds/world.ts';
import { WORLD_SPLITS } from './worlds/world.ts';
import { writeLog } from './writeLog.ts';

/** One export: a folder with the files of one format in one container. */
export interface Export {
  readonly world: string;
  readonly format: string;
  readonly container: ContainerName;
  readonly folder: string;
  /** The folder of the same rows as JSON lines, for containers that plain Python cannot read; or empty. */
  readonly reference: string;
  /** The trainer it was exported for, or empty. */
  readonly target: string;
  readonly large: boolean;
}

type Seats = Readonly<Record<WorldSplit, readonly string[]>>;

/** Logs worlds and exports them with the built program. */
export class Exporter {
  private seats: Seats | undefined;
  private readonly logged = new Set<string>();

  constructor(
    private readonly curate: Curate,
    private readonly scratch: string,
  ) {}

  /** Exports the world in all formats; a format in which the world has no row has no export. */
  inAllFormats(world: World, container: ContainerName): Export[] {
    const data = this.log(world);
    const out = join(data, container);
    this.curate.export(data, ['--format', 'all', '--out', out, ...CONTAINERS[container].flags]);
    return readdirSync(out)
      .filter((format) => hasRows(join(out, format)))
      .map((format) => ({
        world: world.name,
        format,
        container,
        folder: join(out, format),
        reference: container === 'parquet' ? join(data, 'jsonl', format) : '',
        target: '',
        large: world.large ?? false,
      }));
  }

  /** Exports the world for a target in one of its formats; none where `curate` itself says that the target would not take it. */
  forTarget(world: World, target: string, format: string): Export[] {
    const data = this.log(world);
    const folder = join(data, 'for', `${target}-${format}`);
    const taken = this.curate.export(data, ['--for', target, '--format', format, '--out', folder]);
    if (!taken || !hasRows(folder)) return [];
    return [
      { world: world.name, format, container: 'jsonl', folder, reference: '', target, large: world.large ?? false },
    ];
  }

  private log(world: World): string {
    const data = join(this.scratch, world.name);
    this.seats ??= this.findSeats();
    if (!this.logged.has(world.name)) writeLog(data, world, this.seats);
    this.logged.add(world.name);
    return data;
  }

  /** Sessions that fall into each split: exports as many as will do and looks where they went. */
  private findSeats(): Seats {
    const data = join(this.scratch, 'seats');
    const sessions = Array.from({ length: 60 }, (_, at) => `session-${at}`);
    const told = sessions.map(toldFor);
    const world: World = { name: 'seats', about: '', told: { train: told, val: [], test: [] } };
    writeLog(data, world, { train: sessions, val: [], test: [] });
    this.curate.export(data, ['--format', 'instruction']);
    const seats: Record<WorldSplit, readonly string[]> = { train: [], val: [], test: [] };
    for (const split of WORLD_SPLITS) {
      const rows = readFileSync(join(data, 'curated', 'instruction', `${split}.jsonl`), 'utf8');
      seats[split] = rows.match(/session-\d+/g) ?? [];
    }
    return seats;
  }
}

function toldFor(session: string): Told {
  const messages = [
    { role: 'user', content: session },
    { role: 'assistant', content: 'Yes.' },
  ] as const;
  return { messages };
}

/** An empty split has no file, and an export without rows has nothing but its manifest. */
function hasRows(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((file) => /^(train|val|valid|test)\./.test(file));
}
