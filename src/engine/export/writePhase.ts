import { benchmarkOf } from '../benchmark/benchmarkOf.ts';
import type { Decided } from '../decideProject.ts';
import { inOrder, type Pool } from '../pool.ts';
import type { Project } from '../project.ts';
import type { ProgressListener } from '../surveyLogs.ts';
import type { WriteAnswer, WriteResult, WriteTask } from '../tasks.ts';
import type { PreparedExport, PreparedPart } from './prepare.ts';
import { refuseChanged } from './refuseChanged.ts';
import { type WriteRules, writeTasks } from './writeTasks.ts';

export interface WriteSettings extends Omit<WriteRules, 'plans' | 'formats' | 'ids' | 'benchmark' | 'prints'> {
  readonly id_key: string | undefined;
  /** What `take` is given is not needed any more when it is through, so its memory may serve another task. */
  readonly reuse: boolean;
  /** How examples are printed, to compare those of different splits; they are not where it is left out. */
  readonly printsOf?: (part: PreparedPart) => WriteTask['prints'];
}

/** The third phase: reads what is kept again and hands on its rows, in the order of the logs. */
export async function writePhase(
  project: Project,
  decided: Decided,
  { parts }: PreparedExport,
  settings: WriteSettings,
  pool: Pool,
  listener: ProgressListener,
  take: (result: WriteAnswer, part: PreparedPart) => Promise<void>,
): Promise<void> {
  const ids = { id_key: settings.id_key, hashed_ids: project.config.privacy.hashed_ids };
  const benchmark = (await benchmarkOf(project.plans.survey))?.benchmark;
  const total = parts.reduce((sum, { items }) => sum + items.length, 0);
  let done = 0;
  for (const part of parts) {
    const formats = part.formats.map(({ format, shape, container }) => ({
      name: format.name,
      shape,
      container,
      target: settings.target?.name,
    }));
    const prints = settings.printsOf?.(part);
    const tasks = writeTasks(decided, part, { ...settings, prints, ids, benchmark, plans: project.plans, formats });
    const taken: WriteResult[] = [];
    const run = async (task: WriteTask) => {
      const items = task.items.split.length; // counted now: the columns move to the worker
      return { items, result: await pool.write({ ...task, reuse: taken.pop() }) };
    };
    for await (const { items, result } of inOrder(pool, tasks, run)) {
      await take(result, part);
      if (settings.reuse) taken.push(result.rows);
      done += items;
      listener.update({ phase: 'write', done, total, lines: done, bytes: 0 });
    }
  }
  refuseChanged(decided.survey.files);
  if (parts.some(({ kind }) => kind === 'pairs')) refuseChanged(decided.survey.feedbackFiles);
}
