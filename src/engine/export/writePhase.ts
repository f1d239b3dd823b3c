import type { Decided } from '../decideProject.ts';
import { inOrder, type Pool } from '../pool.ts';
import type { Project } from '../project.ts';
import type { ProgressListener } from '../surveyLogs.ts';
import type { WriteResult, WriteTask } from '../tasks.ts';
import type { PreparedExport } from './prepare.ts';
import { refuseChanged } from './refuseChanged.ts';
import { type WriteRules, writeTasks } from './writeTasks.ts';

export interface WriteSettings extends Omit<WriteRules, 'plans' | 'formats' | 'ids'> {
  readonly id_key: string | undefined;
  /** What `take` is given is not needed any more when it is through, so its memory may serve another task. */
  readonly reuse: boolean;
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
  const target = settings.target?.name;
  const formats = prepared.formats.map(({ format, shape, container }) => ({
    name: format.name,
    shape,
    container,
    target,
  }));
  const ids = { id_key: settings.id_key, hashed_ids: project.config.privacy.hashed_ids };
  const tasks = writeTasks(decided, prepared.items, { ...settings, ids, plans: project.plans, formats });
  const total = prepared.items.length;
  const taken: WriteResult[] = [];
  const run = async (task: WriteTask) => {
    const items = task.items.split.length; // counted now: the columns move to the worker
    return { items, result: await pool.write({ ...task, reuse: taken.pop() }) };
  };
  let done = 0;
  for await (const { items, result } of inOrder(pool, tasks, run)) {
    await take(result);
    if (settings.reuse) taken.push(result);
    done += items;
    listener.update({ phase: 'write', done, total, lines: done, bytes: 0 });
  }
  refuseChanged(decided.survey.files);
}
