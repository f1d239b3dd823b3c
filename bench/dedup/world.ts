import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decideProject, withPool } from '../../src/engine/decideProject.ts';
import { findInputs, openProject, type Project } from '../../src/engine/project.ts';
import { readRow } from '../../src/engine/readRow.ts';
import { SILENT, type Survey } from '../../src/engine/surveyLogs.ts';
import type { Message } from '../../src/pipeline/conversation.ts';
import type { Decisions } from '../../src/pipeline/decisions.ts';
import { RecordPipeline } from '../../src/pipeline/recordPipeline.ts';
import type { Said } from './conversations.ts';

/** Conversations as a log that `curate` has read and decided on. */
export interface World {
  readonly project: Project;
  readonly survey: Survey;
  readonly decisions: Decisions;
  /** Row of each conversation, by its id. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly seconds: number;
}

/** Writes conversations as a log to a folder of their own, and lets the program decide on them. */
export async function decideOn(folder: string, conversations: readonly Said[], config: string): Promise<World> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'training_logs'), { recursive: true });
  writeFileSync(join(folder, 'config.yaml'), config);
  const lines = conversations.map(({ id, messages, ...more }) =>
    JSON.stringify({ id, timestamp: timeOf(more), session: more.session, messages }),
  );
  writeFileSync(join(folder, 'training_logs', 'conversations_2026-01-01.jsonl'), `${lines.join('\n')}\n`);
  const project = await openProject({ config: join(folder, 'config.yaml'), data: folder, cache: 'off' });
  const inputs = await findInputs(project);
  const began = performance.now();
  const { survey, decisions } = await withPool(inputs, 0, (pool) => decideProject(project, inputs, pool, SILENT));
  const seconds = (performance.now() - began) / 1000;
  const { line } = survey.digest.rows;
  const rowOf = new Map<string, number>();
  for (let row = 0; row < survey.digest.count; row++) {
    const said = conversations[(line[row] ?? 0) - 1];
    if (said !== undefined) rowOf.set(said.id, row);
  }
  return { project, survey, decisions, rowOf, seconds };
}

/** The messages of a row as the record stages leave them. */
export async function textOf({ project, survey }: World, row: number): Promise<readonly Message[]> {
  const pipeline = new RecordPipeline(project.plans.survey);
  const rewritten = pipeline.rewrite(await readRow(survey, row, project.plans.read));
  return 'drop' in rewritten ? [] : rewritten.messages;
}

function timeOf({ minute = 0 }: { readonly minute?: number | undefined }): string {
  return new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString();
}
