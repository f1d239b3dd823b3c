import { kTransferable, kValue, Tinypool } from 'tinypool';
import { buffersIn } from './buffersIn.ts';
import type { Task } from './tasks.ts';
import work from './worker.ts';

/** What a worker thread runs. The bytes of an answer move to the main thread: copying them would cost it as much as writing them. */
export default async function workInThread(task: Task): Promise<unknown> {
  const outcome = await work(task);
  return Tinypool.move({ [kTransferable]: buffersIn(outcome), [kValue]: outcome });
}
