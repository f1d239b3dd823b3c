import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectCounts, Collected, Collector } from '../collect/types.ts';

// Stand-ins, until openCollector, openLooks and openExportJobs are there.

export function standInCollector(data: string): Collector {
  const counts: CollectCounts = { stored: 0, opted_out: 0, dropped: 0, failed: 0, bytes: 0 };
  const folder = join(data, 'training_logs');
  mkdirSync(folder, { recursive: true });
  const store = (stem: string, line: { conversation_id?: string | undefined }): Collected => {
    const conversation_id = line.conversation_id ?? randomUUID();
    const day = new Date().toISOString().slice(0, 10);
    const timestamp = new Date().toISOString();
    appendFileSync(
      join(folder, `${stem}_${day}.jsonl`),
      `${JSON.stringify({ timestamp, ...line, conversation_id })}\n`,
    );
    return { status: 'stored', conversation_id };
  };
  return {
    conversations: { counts, log: async (line) => store('conversations', line) },
    feedback: { counts, submit: async (line) => store('feedback', line) },
    close: async () => {},
  };
}
