import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Decided, decideProject, withPool } from '../../../src/engine/decideProject.ts';
import { exportFolders } from '../../../src/engine/export/exportFolders.ts';
import type { FormatPlan } from '../../../src/engine/export/prepare.ts';
import { Staging } from '../../../src/engine/export/staging.ts';
import { findInputs, openProject } from '../../../src/engine/project.ts';
import { SILENT } from '../../../src/engine/surveyLogs.ts';
import { DEFAULT_OPTIONS } from '../../../src/formats/format.ts';
import { FORMATS } from '../../../src/formats/index.ts';

const opened: string[] = [];
afterAll(() => {
  for (const folder of opened) rmSync(folder, { recursive: true, force: true });
});

/** A data folder of its own with these lines in a log. */
export function dataWith(lines: readonly object[], config = '{}', feedback: readonly object[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'curate-leaks-'));
  opened.push(folder);
  mkdirSync(join(folder, 'data/training_logs'), { recursive: true });
  const text = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  writeFileSync(join(folder, 'data/training_logs/conversations_2026-01-01.jsonl'), text(lines));
  if (feedback.length > 0) writeFileSync(join(folder, 'data/training_logs/feedback_2026-01.jsonl'), text(feedback));
  writeFileSync(join(folder, 'config.yaml'), config);
  return folder;
}

/**
 * Survey, decide and write, in this thread.
 * @param spoil changes what was decided before it is written, as a mistake in decide would
 */
export async function exportOf(
  folder: string,
  spoil: (decided: Decided) => void = () => {},
  names: readonly string[] = ['chatml'],
): Promise<readonly FormatPlan[]> {
  const data = join(folder, 'data');
  const project = await openProject({ data, config: join(folder, 'config.yaml'), cache: 'off' });
  const inputs = await findInputs(project);
  const formats = FORMATS.filter(({ name }) => names.includes(name));
  const settings = {
    formats,
    options: DEFAULT_OPTIONS,
    target: undefined,
    container: 'auto',
    compress: 'none',
    id_key: undefined,
    targets: formats.map(({ name }) => join(data, 'curated', name)),
    now: new Date(0),
    leave_out_empty: false,
  } as const;
  const staging = new Staging(join(data, 'curated'));
  try {
    return await withPool(inputs, 0, async (pool) => {
      const decided = await decideProject(project, inputs, pool, SILENT);
      spoil(decided);
      return exportFolders(project, decided, settings, staging, pool, SILENT);
    });
  } finally {
    staging.close();
  }
}

/** Puts the exchange of one line into train and that of another into test, and leaves those of `out` out. */
export function parted(learned: number, tested: number, out: readonly number[]): (decided: Decided) => void {
  return ({ decisions }) => {
    const { line } = decisions.digest.rows;
    for (let item = 0; item < decisions.itemCount; item++) {
      const row = decisions.firstRow(item);
      const at = line[row] ?? 0;
      if (at === learned || at === tested) decisions.verdict[row] = 0;
      if (at === learned) decisions.split[item] = 0;
      if (at === tested) decisions.split[item] = 2;
      if (out.includes(at)) decisions.verdict[row] = 1;
    }
  };
}
