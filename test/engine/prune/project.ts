import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { type Decided, decideProject, withPool } from '../../../src/engine/decideProject.ts';
import { runExport } from '../../../src/engine/export/runExport.ts';
import { findInputs, openProject, type Project } from '../../../src/engine/project.ts';
import { runPrune } from '../../../src/engine/prune/runPrune.ts';
import { statsReport } from '../../../src/engine/statsReport.ts';
import { SILENT } from '../../../src/engine/surveyLogs.ts';
import type { PruneReport, StatsReport } from '../../../src/report/types.ts';

/** So late that every log is due. */
export const LATE = new Date('2040-01-01T00:00:00Z');

const opened: string[] = [];
afterAll(() => {
  for (const folder of opened) rmSync(folder, { recursive: true, force: true });
});

type Content = string | readonly object[];

/** A data folder with these logs, and a config beside it. */
export class PruneProject {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'curate-prune-')));
  readonly data = join(this.path, 'data');
  readonly #config = join(this.path, 'config.yaml');
  key: string | undefined = 'a key';

  /** @param logs a folder to copy, or files with their lines */
  constructor(logs: URL | Readonly<Record<string, Content>>, config = '') {
    opened.push(this.path);
    if (logs instanceof URL) cpSync(logs, join(this.data, 'training_logs'), { recursive: true });
    else this.log(logs);
    this.configure(config);
  }

  /** Writes raw logs; a list of objects becomes a line each, and a name in `.gz` is compressed. */
  log(files: Readonly<Record<string, Content>>): this {
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.data, 'training_logs', name);
      mkdirSync(dirname(path), { recursive: true });
      const lines = typeof content === 'string' ? content : content.map((line) => `${JSON.stringify(line)}\n`).join('');
      writeFileSync(path, name.endsWith('.gz') ? gzipSync(lines) : lines);
    }
    return this;
  }

  configure(config: string): void {
    writeFileSync(this.#config, config === '' ? '{}\n' : config);
  }

  open(): Promise<Project> {
    return openProject({ data: this.data, config: this.#config, cache: 'off' });
  }

  async export(format = 'chatml,json'): Promise<void> {
    const request = { format, id_key: this.key, workers: 0, listener: SILENT, stdout: process.stdout };
    await runExport(await this.open(), request);
  }

  async prune(more: { now?: Date; dry_run?: boolean; older_than?: number } = {}): Promise<PruneReport> {
    const usual = { dry_run: false, id_key: this.key, workers: 0, now: LATE, listener: SILENT };
    return runPrune(await this.open(), { ...usual, ...more });
  }

  async decided(): Promise<Decided> {
    const project = await this.open();
    const inputs = await findInputs(project);
    return withPool(inputs, 0, (pool) => decideProject(project, inputs, pool, SILENT));
  }

  async stats(): Promise<StatsReport> {
    return statsReport(await this.open(), await this.decided());
  }

  list(folder: string): string[] {
    const path = join(this.data, folder);
    if (!existsSync(path)) return [];
    const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
    return entries.map(({ parentPath, name }) => join(parentPath, name).slice(path.length + 1)).sort();
  }

  /** Everything in the files of a folder. */
  text(folder: string): string {
    return this.list(folder)
      .map((name) => this.read(`${folder}/${name}`))
      .join('');
  }

  read(name: string): string {
    return readFileSync(join(this.data, name), 'utf8');
  }

  /** The rows of every split of every export, by file. */
  rows(): Record<string, string> {
    const files = this.list('curated').filter((name) => /^[\w-]+\/(train|val|test)\./.test(name));
    return Object.fromEntries(files.map((name) => [name, this.read(`curated/${name}`)]));
  }

  /** What provenance says but for where a row came from. */
  provenance(): unknown[] {
    const files = this.list('curated').filter((name) => name.includes('provenance/'));
    return files.flatMap((name) =>
      this.read(`curated/${name}`)
        .trimEnd()
        .split('\n')
        .map((line) => ({ ...JSON.parse(line), file: '', line: 0, exchanges: [] })),
    );
  }
}
