import { parentPort, workerData } from 'node:worker_threads';
import type { ProjectOptions } from '../../engine/project.ts';
import { LookTaker } from './lookTaker.ts';

/** The thread behind `threadSource.ts`: looks when it is told to, and says what it saw. What nobody foresaw ends it. */
const { options }: { options: ProjectOptions } = workerData;
const taker = new LookTaker(options);
parentPort?.on('message', async () => {
  parentPort?.postMessage(await taker.look());
});
