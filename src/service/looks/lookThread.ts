import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { ProjectOptions } from '../../engine/project.ts';
import { LookTaker } from './lookTaker.ts';

/** The thread behind `threadSource.ts`: looks when it is told to, and says what it saw. What nobody foresaw ends it. */
// Of this thread alone, on Linux. Ours: requests come first where processors are short, and numbers are still taken then.
if (process.platform === 'linux') setPriority(0, 5);

const { options }: { options: ProjectOptions } = workerData;
const taker = new LookTaker(options);
parentPort?.on('message', async () => {
  parentPort?.postMessage(await taker.look());
});
