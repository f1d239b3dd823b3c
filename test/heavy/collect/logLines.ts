import { writeSync } from 'node:fs';
import { DailyFiles } from '../../../src/collect/dailyFiles.ts';
import { type LoggerTask, lineOf } from './lines.ts';

/** A chatbot that logs lines as fast as it can, and says of each that is acknowledged so on its standard output. */
const task: LoggerTask = JSON.parse(process.argv[2] ?? '{}');
const { folder, durability, name, count, size, together } = task;
const settings = { sync_every_ms: 1000, timeout_ms: 60_000, max_waiting_bytes: 1 << 28 };
const files = new DailyFiles({ folder, stem: 'conversations', durability, now: () => task.now, ...settings });

let next = 0;
async function caller(): Promise<void> {
  while (next < count) {
    const id = `${name}-${next++}`;
    await files.append(lineOf(id, size));
    if (task.tell) writeSync(1, `${id}\n`);
  }
}
await Promise.all(Array.from({ length: together }, caller));
if (task.close !== false) await files.close();
