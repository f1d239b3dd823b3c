import { beforeAll, expect, test } from 'vitest';
import { chatmlRows } from './exported.ts';
import { exchange, exchanges } from './logs.ts';
import { Workdir } from './workdir.ts';

/** Logs of some megabytes, so that rows come from many write tasks, and most of their memory has served before. */
const PER_DAY = 300;
const folder = new Workdir();
const logged = new Map<string, readonly object[]>();

/** An answer of 100 to 8,000 characters, some of which JSON escapes. */
function answer(number: number): string {
  const first = 1000 + number * 40;
  const sentences = exchanges(first, first + 1 + ((number * 7) % 40));
  return sentences.map((sentence) => sentence.assistant_message).join('\n"é" \\ 😀 ');
}

beforeAll(() => {
  for (const day of [1, 2, 3]) {
    const name = `conversations_2026-01-0${day}.jsonl`;
    const numbers = Array.from({ length: PER_DAY }, (_, place) => day * PER_DAY + place);
    const lines = numbers.map((number) => exchange(number, { assistant_message: answer(number) }));
    logged.set(name, lines);
    folder.write({ [`data/training_logs/${name}`]: lines });
  }
});

test.each([0, 2, 5])(
  '%i workers: each row is the line that its provenance names, in the order of the logs',
  async (workers) => {
    const out = `out-${workers}`;
    const run = await folder.run(['export', '-o', out, '--workers', String(workers), '--quiet', '--format', 'chatml']);
    expect(run.code).toBe(0);
    const rows = chatmlRows(`${folder.path}/${out}`);
    expect(rows.length).toBeGreaterThan(2.9 * PER_DAY);
    const places = rows.map(({ split, from }) => `${split} ${from.file} ${String(from.line).padStart(9)}`);
    for (const split of ['train', 'val', 'test']) {
      const own = places.filter((place) => place.startsWith(split));
      expect(own).toEqual([...own].sort());
    }
    for (const { row, from } of rows) {
      const line = logged.get(from.file)?.[from.line - 1];
      expect(line).toMatchObject({ example_id: from.id, assistant_message: row.messages.at(-1)?.content });
    }
  },
);
