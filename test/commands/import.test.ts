import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportReport, StatsReport } from '../../src/report/types.ts';
import { FIXTURES } from '../importers/reading.ts';
import { Workdir } from './workdir.ts';

const CHATS = ['chatgpt/conversations.json', 'chatgpt/message_feedback.json'].map((name) => join(FIXTURES, name));

describe('curate import', () => {
  test('makes daily files that curate stats counts likewise', async () => {
    const folder = new Workdir();
    const run = await folder.run(['import', '--from', ...CHATS, '--json', '--quiet']);
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
    const imported: ImportReport = JSON.parse(run.stdout);
    const stats = await folder.run(['stats', '--json', '--quiet']);
    const { records, feedback, days }: StatsReport = JSON.parse(stats.stdout);
    expect(records).toBe(imported.conversations);
    expect({ entries: feedback.entries, malformed: feedback.malformed, orphans: feedback.orphans }).toEqual({
      entries: imported.feedback,
      malformed: 0,
      orphans: 1,
    });
    expect([days[0]?.date, days.at(-1)?.date]).toEqual(['2025-10-01', imported.last_day]);
  });

  test('takes the others when entries are refused, and exits with 1', async () => {
    const folder = new Workdir();
    const input = join(FIXTURES, 'sharegpt/sharegpt.json');
    const run = await folder.shell(`$CURATE import --from - --quiet < ${input}`);
    expect(run.code).toBe(1);
    expect(run.stderr).toBe('curate: 1 entry was refused; the others are imported.\n');
    expect(run.stdout).toContain('3 conversations imported from sharegpt; 1 entry refused');
    expect(run.stdout).toContain('standard input, entry 4: unknown_role');
    const files = folder.list('data/training_logs');
    expect(files).toEqual([expect.stringMatching(/^conversations_undated_sharegpt-/)]);
    for (const file of ['', ...files])
      expect(statSync(join(folder.path, 'data/training_logs', file)).mode & 0o007, file).toBe(0);
  });
});
