import { mkdirSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CollectorOptions, Door } from './door.ts';
import type { LineFile } from './lineSink.ts';
import { NotWritten } from './types.ts';

/** The daily files of one kind of line. */
export function dailyFile({ logs, now }: Door, stem: string, _options: CollectorOptions): LineFile {
  mkdirSync(logs, { recursive: true });
  let last: Promise<void> = Promise.resolve();
  let open = true;
  return {
    append(line) {
      if (!open) return Promise.reject(new NotWritten(`${logs}: it is closed.`, 'closed'));
      const path = join(logs, `${stem}_${new Date(now()).toISOString().slice(0, 10)}.jsonl`);
      const work = last.then(() => appendFile(path, `${line}\n`));
      last = work.catch(() => {});
      return work.catch(() => {
        throw new NotWritten(`${path}: it cannot be written.`, 'unwritable');
      });
    },
    close() {
      open = false;
      return last;
    },
  };
}
