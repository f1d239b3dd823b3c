import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { runExport } from '../../../src/engine/export/runExport.ts';
import { openProject, type Project } from '../../../src/engine/project.ts';
import { runPrune } from '../../../src/engine/prune/runPrune.ts';
import { SILENT } from '../../../src/engine/surveyLogs.ts';
import type { PruneReport } from '../../../src/report/types.ts';

/** So late that every log is due. */
export const LATE = new Date('2040-01-01T00:00:00Z');

const opened: string[] = [];
afterAll(() => {
  for (const folder of opened) rmSync(folder, { recursive: true, force: true });
});

/** A data folder with these logs, and a config beside it. */
export class PruneProject {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'curate-prune-')));
  readonly data = join(this.path, 'data');
  readonly #config = join(this.path, 'config.yaml');
  key: string | undefined = 'a key';

  constructor(logs: URL | string, config = '') {
    opened.push(this.path);
    cpSync(logs, join(this.data, 'training_logs'), { recursive: true });
    this.configure(config);
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

  list(folder: string): string[] {
    const path = join(this.data, folder);
    if (!existsSync(path)) return [];
    const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return entries.map(({ parentPath, name }) => join(parentPath, name).slice(path.length + 1)).sort();
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
