import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll } from 'vitest';
import { openCollector } from '../../src/collect/openCollector.ts';
import { parseConfig } from '../../src/config/config.ts';
import { createApp } from '../../src/service/app.ts';
import type { ExportJob, ExportJobs, Looks, NewestComment } from '../../src/service/context.ts';
import { EventBus } from '../../src/service/eventBus.ts';
import { Tokens } from '../../src/service/tokens.ts';
import { progress, stats } from '../report/samples.ts';
import type { Target } from './documentLaws.ts';

const TOKEN = 'everything-of-the-test-0123456789';

const comment: NewestComment = {
  conversation_id: 'chat-1',
  timestamp: '2026-11-20T10:00:00.000Z',
  stars: 4,
  thumbs: null,
  comment: 'Short and right.',
};

const looks: Looks = {
  stats: async () => stats,
  progress: async () => progress,
  comments: async (most) => Array.from({ length: most }, () => comment),
  changed: () => {},
  close: async () => {},
};

const job: ExportJob = {
  id: 'x',
  format: 'chatml',
  status: 'done',
  requested: '2026-11-20T10:00:00.000Z',
  ended: '2026-11-20T10:00:09.000Z',
  report: { kept: 7 },
  problem: null,
  files: [{ name: 'train.jsonl', bytes: 700 }],
};

const exportJobs: ExportJobs = {
  list: async () => [job],
  find: async (id) => (id === job.id ? job : undefined),
  start: async () => ({ ...job, status: 'waiting', ended: null, report: null, files: [] }),
  file: async () => undefined,
  close: async () => {},
};

const opened: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of opened.reverse()) await close();
});

/** A service with the real collector, and numbers and exports that stand still; closed when the test file is through. */
export async function openTarget(): Promise<Target> {
  const data = mkdtempSync(join(tmpdir(), 'curate-document-'));
  opened.push(() => rmSync(data, { recursive: true }));
  const config = parseConfig({}, 'a test');
  const collector = await openCollector({ config, data });
  opened.push(() => collector.close());
  const tokens = new Tokens();
  tokens.add(['admin'], TOKEN, 'a test');
  tokens.add(['feedback'], `${TOKEN}-of-a-page`, 'a test');
  let told = '';
  const log = new Writable({
    write(part, _encoding, done) {
      told += String(part);
      done();
    },
  });
  const parts = { config, collector, looks, exports: exportJobs, events: new EventBus(), isReady: () => true };
  const app = await createApp(parts, { tokens, log });
  opened.push(() => app.close());
  return { app, token: TOKEN, data, told: () => told };
}
