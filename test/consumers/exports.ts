import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Told, World, WorldSplit } from './worlds/world.ts';
import { WORLD_SPLITS } from './worlds/world.ts';

/** One export: a folder with the files of one format in one container. */
export interface Export {
  readonly world: string;
  readonly format: string;
  readonly container: string;
  readonly folder: string;
  /** The trainer it was exported for, or empty. */
  readonly target: string;
  readonly large: boolean;
}

/** How rows are put into files: the flags of `curate export` for it. */
export interface Container {
  readonly name: string;
  readonly flags: readonly string[];
  /** The worlds it is tried with; all when left out. */
  readonly worlds?: readonly string[];
}

export const CONTAINERS: readonly Container[] = [
  { name: 'plain', flags: [] },
  { name: 'gz', flags: ['--compress', 'gz'], worlds: ['plain', 'tools-in-test-only', 'one-each'] },
];

/** Nothing is cleaned, dropped or found twice: the nasty texts are to reach the files. */
const CONFIG = {
  conversation: { unit: 'exchange' },
  pipeline: [],
  dedup: { exact: false, near: { enabled: false } },
  feedback: { min_stars: 1, unrated: 'keep' },
  split: { train: 0.6, val: 0.2, test: 0.2, by: 'session' },
};

const formatsSchema = z.object({ formats: z.array(z.object({ name: z.string() })) });

/** The built program, and the folder in which data sets are made with it. */
export class Exporter {
  private seats: Readonly<Record<WorldSplit, readonly string[]>> | undefined;

  constructor(
    private readonly cli: string,
    private readonly scratch: string,
  ) {}

  /** The names of all formats that the program knows. */
  formats(): string[] {
    return formatsSchema.parse(JSON.parse(this.run(['stages', '--json']))).formats.map(({ name }) => name);
  }

  /** Logs the world and exports it in all formats; a format in which the world has no row has no export. */
  exportWorld(world: World, container: Container): Export[] {
    const data = join(this.scratch, `${world.name}-${container.name}`);
    this.seats ??= this.findSeats();
    writeLog(data, world.told, this.seats);
    this.curate(data, ['--format', 'all', ...container.flags]);
    const curated = join(data, 'curated');
    return readdirSync(curated)
      .filter((format) => existsSync(join(curated, format, 'manifest.json')))
      .map((format) => ({
        world: world.name,
        format,
        container: container.name,
        folder: join(curated, format),
        target: '',
        large: world.large ?? false,
      }));
  }

  /** Sessions that fall into each split: exports as many as will do and looks where they went. */
  private findSeats(): Record<WorldSplit, string[]> {
    const data = join(this.scratch, 'seats');
    const sessions = Array.from({ length: 60 }, (_, at) => `session-${at}`);
    const seats: Record<WorldSplit, string[]> = { train: sessions, val: [], test: [] };
    const told = sessions.map(
      (name): Told => ({
        messages: [
          { role: 'user', content: name },
          { role: 'assistant', content: 'Yes.' },
        ],
      }),
    );
    writeLog(data, { train: told, val: [], test: [] }, seats);
    this.curate(data, ['--format', 'instruction']);
    for (const split of WORLD_SPLITS) {
      const rows = readFileSync(join(data, 'curated', 'instruction', `${split}.jsonl`), 'utf8');
      seats[split] = rows.match(/session-\d+/g) ?? [];
    }
    return seats;
  }

  private curate(data: string, flags: readonly string[]): void {
    this.run(['export', '--data', data, '--config', join(data, 'config.yaml'), '--quiet', '--no-cache', ...flags]);
  }

  private run(args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.cli, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(`curate ${args.join(' ')} ended with exit code ${status}: ${stderr}`);
    return stdout;
  }
}

function writeLog(data: string, told: World['told'], seats: Readonly<Record<WorldSplit, readonly string[]>>): void {
  mkdirSync(join(data, 'training_logs'), { recursive: true });
  // JSON is YAML.
  writeFileSync(join(data, 'config.yaml'), JSON.stringify(CONFIG));
  const conversations = openSync(join(data, 'training_logs', 'conversations.jsonl'), 'w');
  const feedback = openSync(join(data, 'training_logs', 'feedback.jsonl'), 'w');
  let row = 0;
  for (const split of WORLD_SPLITS) {
    let seat = -1;
    for (const one of told[split]) {
      const id = `c${row}`;
      if (one.again !== true) seat += 1;
      const session = seats[split][seat % seats[split].length];
      const timestamp = new Date(Date.UTC(2024, 0, 1) + row * 60_000).toISOString();
      const { messages, tools, rating, correction } = one;
      const line = { conversation_id: id, session_id: session, timestamp, messages, ...(tools && { tools }) };
      writeSync(conversations, `${JSON.stringify(line)}\n`);
      if (rating !== undefined || correction !== undefined)
        writeSync(feedback, `${JSON.stringify({ conversation_id: id, rating, correction, timestamp })}\n`);
      row += 1;
    }
  }
  closeSync(conversations);
  closeSync(feedback);
}
