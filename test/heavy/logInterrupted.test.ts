import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { exchanges } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

const ROUNDS = 8;

test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'what `curate log` told as stored is stored (%s)',
  async (signal) => {
    const stdin = exchanges(0, 30_000)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('');
    let told = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const folder = new Workdir();
      const run = folder.start(['log'], { stdin });
      while (folder.list('data/training_logs').length === 0) await wait(5);
      await wait(20 + 40 * round);
      run.kill(signal);
      const { stdout } = await run.done;
      const ids = stdout
        .slice(0, stdout.lastIndexOf('\n') + 1)
        .split('\n')
        .slice(0, -1);
      const files = folder.list('data/training_logs');
      const text = files.map((name) => folder.read(`data/training_logs/${name}`)).join('');
      const stored = new Set(
        text
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line).conversation_id),
      );
      expect(ids.filter((id) => !stored.has(id))).toEqual([]);
      told += ids.length;
      folder.remove();
    }
    expect(told).toBeGreaterThan(100);
  },
);
