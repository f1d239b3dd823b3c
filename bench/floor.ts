import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Task } from './floor_worker.ts';
import { rangesOf } from './ranges.ts';

/**
 * The floor: what no exporter in JavaScript can be faster than. Reads the lines, parses each, writes a ChatML row;
 * no cleaning, no scrubbing, no feedback, no duplicates. `curate export` is measured against it.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'build/bench-data' },
    out: { type: 'string', default: 'build/bench-floor' },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});
const started = performance.now();
const ranges = rangesOf(join(values.data, 'training_logs'));
mkdirSync(values.out, { recursive: true });
const workers = Number(values.workers);
const rows = await Promise.all(
  Array.from({ length: workers }, (_, worker) =>
    runWorker({
      ranges: ranges.filter((_range, at) => at % workers === worker),
      out: join(values.out, `part-${worker}.jsonl`),
    }),
  ),
);
const seconds = (performance.now() - started) / 1000;
const bytes = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
const report = {
  workers,
  rows: rows.reduce((sum, count) => sum + count, 0),
  bytes,
  seconds,
  mb_per_second: bytes / 1e6 / seconds,
};
process.stdout.write(`${JSON.stringify(report)}\n`);

function runWorker(task: Task): Promise<number> {
  return new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL('./floor_worker.js', import.meta.url));
    const worker = new Worker(file, { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
