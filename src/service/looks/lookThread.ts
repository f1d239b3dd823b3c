import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { ProjectOptions } from '../../engine/project.ts';
import { LookTaker } from './lookTaker.ts';

/** The thread behind `threadSource.ts`: looks when it is told to, and says what it saw. What nobody foresaw ends it. */
const { options }: { options: ProjectOptions } = workerData;
/** Ours: requests go first. */
const NICE = 5;

// Linux knows the priority of a thread; elsewhere this would be that of the whole service.
if (process.platform === 'linux') setPriority(0, NICE);

const taker = new LookTaker(options);
parentPort?.on('message', async () => {
  parentPort?.postMessage(await taker.look());
});
