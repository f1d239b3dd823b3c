import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { CollectorOptions } from '../../src/collect/door.ts';
import { type OpenCollector, openCollector } from '../../src/collect/openCollector.ts';
import { type Config, parseConfig } from '../../src/config/config.ts';
import { parseRecord } from '../../src/inputs/parseRecord.ts';
import type { JsonObject } from '../../src/measures/jsonObject.ts';

export const NOW = Date.parse('2026-03-04T12:00:00.000Z');
export const KEY = 'a key of tests';

const opened: string[] = [];
afterAll(() => {
  for (const folder of opened) rmSync(folder, { recursive: true, force: true });
});

/** A data folder with a config, into which a chatbot logs; gone when the test file is through. */
export class CollectWorld {
  readonly data = realpathSync(mkdtempSync(join(tmpdir(), 'curate-collect-')));
  readonly config: Config;

  constructor(sections: object = {}) {
    opened.push(this.data);
    this.config = parseConfig(sections, 'test.yaml');
  }

  open(more: Partial<CollectorOptions> = {}): Promise<OpenCollector> {
    return openCollector({ config: this.config, data: this.data, id_key: KEY, now: () => NOW, ...more });
  }

  write(name: string, text: string): this {
    mkdirSync(dirname(join(this.data, name)), { recursive: true });
    writeFileSync(join(this.data, name), text);
    return this;
  }

  /** All that is stored. */
  text(stem = ''): string {
    const folder = join(this.data, 'training_logs');
    const names = readdirSync(folder).filter((name) => name.startsWith(stem));
    return names.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
  }

  /** Lines as the pipeline parses them. */
  lines(stem: 'conversations' | 'feedback'): JsonObject[] {
    const lines = this.text(stem)
      .split('\n')
      .filter((line) => line.trim() !== '');
    return lines.map((line) => {
      const record = parseRecord(Buffer.from(line));
      if (typeof record === 'string') throw new Error(record);
      return record;
    });
  }
}
