import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openCollector } from '../../src/collect/openCollector.ts';
import { parseConfig } from '../../src/config/config.ts';
import { describeDocumentLaws, type Target } from './documentLaws.ts';
import { testService } from './helpers.ts';

async function open(): Promise<Target> {
  const data = mkdtempSync(join(tmpdir(), 'curate-document-'));
  onTestFinished(() => rmSync(data, { recursive: true }));
  const collector = await openCollector({ config: parseConfig({}, 'a test'), data });
  onTestFinished(() => collector.close());
  const { app } = await testService({}, {}, { collector });
  return { app, token: undefined, data, told: () => '' };
}

describeDocumentLaws(40, open);
