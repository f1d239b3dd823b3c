import { expect } from 'vitest';
import { exchanges, toolExchange } from './logs.ts';
import { Workdir } from './workdir.ts';

// Days that are long ago whatever the clock of the machine says.
const OLD = ['2020-01-01', '2020-01-02', '2020-01-03'];
/** Exchanges of the made-up log, one a minute. */
export const DAY = 24 * 60;

/** A project with logs of three days that are due, and of one that is not. */
export function prunable(): Workdir {
  const folder = new Workdir().write({
    'data/training_logs/conversations_2020-02-01.jsonl': exchanges(50 * DAY, 50 * DAY + 6),
    'data/training_logs/feedback_2020-02-01.jsonl': [{ id: 'ex-1', user_id: 'user-1', stars: 4 }],
    'data/training_logs/feedback_2020-01-01.jsonl': [
      { id: 'ex-1', user_id: 'user-1', stars: 1, timestamp: '2020-01-01T12:00:00Z' },
      { id: `ex-${DAY}`, user_id: 'user-2', stars: 5, comment: 'brindlewhisk' },
    ],
  });
  for (const [place, day] of OLD.entries())
    folder.write({
      [`data/training_logs/conversations_${day}.jsonl`]: [
        ...exchanges(place * DAY, place * DAY + 11),
        toolExchange(place * DAY + 11),
      ],
    });
  return folder;
}

/** The rows that an export writes, by file. */
export async function exported(folder: Workdir): Promise<Record<string, string>> {
  const { code, stderr } = await folder.run(['export', '--format', 'chatml,json', '--quiet']);
  expect([code, stderr]).toEqual([0, '']);
  const names = folder.list('data/curated').filter((name) => /^[\w-]+\/(train|val|test)\./.test(name));
  return Object.fromEntries(names.map((name) => [name, folder.read(`data/curated/${name}`)]));
}

/** The raw logs that are due. */
export const logs = (folder: Workdir) => folder.list('data/training_logs').filter((name) => !name.includes('2020-02'));
