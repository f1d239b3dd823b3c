import type { FormatOptions } from '../../formats/format.ts';
import { inOrder, type Pool } from '../pool.ts';
import type { Decided, Project } from '../project.ts';
import type { ProgressListener } from '../surveyLogs.ts';
import type { WriteResult } from '../tasks.ts';
import type { PreparedExport } from './prepare.ts';
import { refuseChanged } from './refuseChanged.ts';
import { writeTasks } from './writeTasks.ts';

export interface WriteSettings {
  readonly options: FormatOptions;
  /** Where the plain bytes of each raw file are. */
  readonly paths: readonly string[];
  readonly id_key: string | undefined;
  /** All rows come as those of `train`, whatever their split: one stream in the order of the logs. */
  readonly one_stream?: boolean;
}

/** The third phase: reads what is kept again and hands on its rows, in the order of the logs. */
export async function writePhase(
  project: Project,
  decided: Decided,
  prepared: PreparedExport,
  settings: WriteSettings,
  pool: Pool,
  listener: ProgressListener,
  take: (result: WriteResult) => Promise<void>,
): Promise<void> {
  const formats = prepared.formats.map(({ format, shape }) => ({ name: format.name, shape }));
  const tasks = writeTasks(decided, prepared.items, { ...settings, plans: project.plans, formats });
  const total = prepared.items.length;
  const taken: number[] = [];
  const results = inOrder(pool, tasks, (task) => {
    taken.push(task.items.length);
    return pool.write(task);
  });
  let done = 0;
  for await (const result of results) {
    await take(result);
    done += taken.shift() ?? 0;
    listener.update({ phase: 'write', done, total, lines: done, bytes: 0 });
  }
  refuseChanged(decided.survey.files);
}
