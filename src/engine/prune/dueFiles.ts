import { basename } from 'node:path';
import type { InputFile } from '../../inputs/files.ts';
import { parseTimestamp } from '../../inputs/timestamp.ts';
import { dateOf } from '../../measures/calendar.ts';
import type { Pool } from '../pool.ts';
import type { Inputs, Project } from '../project.ts';
import { SILENT, surveyLogs } from '../surveyLogs.ts';

const DAY_MS = 86_400_000;

/** A raw file that is older than it may be. */
export interface DueFile {
  readonly file: InputFile;
  readonly kind: 'conversations' | 'feedback';
  /** The day by which it is due, `YYYY-MM-DD`: that in its name, else that of its newest record. */
  readonly day: string;
}

/** The first day, `YYYY-MM-DD` in UTC, that is not older than `days` days. */
export function firstKeptDay(days: number, now: Date): string {
  return dateOf(Math.floor(now.getTime() / DAY_MS) - days);
}

/**
 * The raw files of days before `before`, whole files only. The newest of a kind is never due, for it may still be written to; nor
 * is a file that has no day in its name and no time in its records.
 */
export async function dueFiles(project: Project, inputs: Inputs, before: string, pool: Pool): Promise<DueFile[]> {
  const due: DueFile[] = [];
  for (const kind of ['conversations', 'feedback'] as const) {
    for (const file of inputs[kind]) {
      if (file.newest || file.archive === true) continue;
      const day = dayInName(file.name) ?? (await newestDay(project, file, kind, pool));
      if (day !== undefined && day < before) due.push({ file, kind, day });
    }
  }
  return due;
}

/** The latest day in the name of a file: what is named by a span of days is as old as its end. */
export function dayInName(name: string): string | undefined {
  const days = basename(name).match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  return days
    .filter((day) => parseTimestamp(day) !== undefined)
    .sort()
    .at(-1);
}

async function newestDay(
  project: Project,
  file: InputFile,
  kind: DueFile['kind'],
  pool: Pool,
): Promise<string | undefined> {
  const inputs = { conversations: [], feedback: [], [kind]: [file] };
  const survey = await surveyLogs(inputs, project.plans, pool, SILENT, project.cache?.digests);
  const { count, rows } = kind === 'conversations' ? survey.digest : survey.feedback;
  let newest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < count; row++) {
    const time = rows.timestamp[row] ?? Number.NaN;
    if (time > newest) newest = time;
  }
  return newest === Number.NEGATIVE_INFINITY ? undefined : dateOf(Math.floor(newest / DAY_MS));
}
