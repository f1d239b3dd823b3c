import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Workdir } from '../commands/workdir.ts';
import { type Day, jaccard, manyDays, THRESHOLD } from '../pipeline/thirtyDays.ts';

/** Thirty days with an export on each, by the program, into folders, of conversations and of ratings. */
const CONFIG = `pipeline: []
dedup: { near: { threshold: ${THRESHOLD} } }
split: { train: 0.4, val: 0.3, test: 0.3 }
`;

const FORMATS = ['chatml', 'kto'];

function textsIn(folder: Workdir, split: string): string[] {
  const name = `data/curated/chatml/${split}.jsonl`;
  if (!folder.list('data/curated/chatml').includes(`${split}.jsonl`)) return [];
  const rows: unknown[] = folder
    .read(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return rows.map((row) => wordsOf(row));
}

function wordsOf(row: unknown): string {
  if (typeof row !== 'object' || row === null || !('messages' in row) || !Array.isArray(row.messages)) return '';
  return row.messages.map(({ content }: { content: string }) => content).join(' ');
}

function dayOf(number: number): string {
  return new Date(1_700_000_000_000 + number * 86_400_000).toISOString().slice(0, 10);
}

async function live(folder: Workdir, days: readonly Day[]): Promise<number> {
  const published = new Map<string, string>();
  let seen = 0;
  // Whoever was forgotten is kept out for good; who writes again does so as somebody new.
  const lives = new Map<string, number>();
  const named = (user = ''): string => `${user}-${lives.get(user) ?? 0}`;
  for (const [number, { rows, feedback, forget }] of days.entries()) {
    folder.write({
      'config.yaml': CONFIG,
      [`data/training_logs/conversations_${dayOf(number)}.jsonl`]: rows.map(
        ({ id, timestamp, user, session, messages }) => ({
          ...{
            conversation_id: id,
            timestamp,
            user_id: named(user),
            session_id: session && `${session}-${lives.get(user ?? '') ?? 0}`,
          },
          messages: messages.map(({ role, content }) => ({ role, content })),
        }),
      ),
      [`data/training_logs/feedback_${dayOf(number)}.jsonl`]: feedback.map(({ id, user, rating, timestamp }) => ({
        ...{ conversation_id: id, user_id: user, score: rating, timestamp },
      })),
    });
    for (const user of forget) {
      expect((await folder.run(['forget', '--user', named(user), '--quiet'])).code).toBe(0);
      lives.set(user, (lives.get(user) ?? 0) + 1);
    }
    const flags = ['--format', FORMATS.join(), '--config', 'config.yaml', '--quiet', '--workers', '0'];
    const { code, stderr } = await folder.run(['export', ...flags]);
    if (/Not one example is left/.test(stderr)) continue;
    expect(code, stderr).toBe(0);
    for (const split of ['train', 'val', 'test']) {
      for (const text of textsIn(folder, split)) {
        expect(published.get(text) ?? split).toBe(split);
        published.set(text, split);
        seen++;
      }
    }
    for (const text of textsIn(folder, 'train')) {
      const alike = [...published].filter(([other, split]) => split === 'test' && jaccard(text, other) >= THRESHOLD);
      expect(alike).toEqual([]);
    }
  }
  return seen;
}

test('thirty days of whole exports: nothing in train resembles what was ever in test', {
  timeout: 900_000,
}, async () => {
  let seen = 0;
  const property = fc.asyncProperty(manyDays(30), async (days) => {
    const folder = new Workdir();
    seen += await live(folder, days);
    rmSync(join(folder.path, 'data'), { recursive: true });
  });
  await fc.assert(property, { numRuns: 1, endOnFailure: true });
  expect(seen).toBeGreaterThan(60);
});

test('what is said of a person leaves the ledger with them, and what they said stays known', {
  timeout: 60_000,
}, async () => {
  const said = (n: number) => ({
    user_message: Array.from({ length: 12 }, (_, at) => `ask${n}x${at}`).join(' '),
    assistant_message: Array.from({ length: 60 }, (_, at) => `say${n}x${at}`).join(' '),
  });
  const line = (n: number) => ({ id: `id${n}`, user_id: `user${n % 5}`, session_id: `session${n}`, ...said(n) });
  const folder = new Workdir().write({
    'config.yaml': CONFIG,
    'data/training_logs/conversations_2026-01-01.jsonl': Array.from({ length: 40 }, (_, n) => line(n)),
    'data/training_logs/conversations_2026-01-02.jsonl': [line(99)],
  });
  const flags = ['--config', 'config.yaml', '--quiet'];
  await folder.run(['export', ...flags]);
  const test = textsIn(folder, 'test');
  const { stdout } = await folder.run(['forget', '--user', 'user1', '--json', '--quiet']);
  const { files }: { files: { place: string; removed: number }[] } = JSON.parse(stdout);
  expect(files.find(({ place }) => place === 'ledger')?.removed).toBe(8);
  // The same words come back from others, one of them changed: those of test are in test again, or nowhere.
  const again = Array.from({ length: 40 }, (_, n) => ({
    ...line(n),
    id: `new${n}`,
    user_id: 'new',
    session_id: `new${n}`,
  }));
  folder.write({
    'data/training_logs/conversations_2026-01-03.jsonl': again.map((one) => ({
      ...one,
      assistant_message: `${one.assistant_message} more`,
    })),
  });
  expect((await folder.run(['export', ...flags])).code).toBe(0);
  for (const text of textsIn(folder, 'train'))
    for (const other of test) expect(jaccard(text, other)).toBeLessThan(THRESHOLD);
});
