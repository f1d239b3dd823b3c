import type { Writable } from 'node:stream';
import type { Config } from '../config/config.ts';
import { openProject, type ProjectOptions } from '../engine/project.ts';
import { createApp } from './app.ts';
import { EventBus } from './eventBus.ts';
import { openExportJobs } from './exports/exportJobs.ts';
import { openLooks } from './looks/looks.ts';
import { standInCollector } from './parts.ts';

export interface ServiceOptions {
  readonly project: ProjectOptions;
  /** What the command line says against the section `serve`. */
  readonly overrides?: Partial<Pick<Config['serve'], 'host' | 'port'>>;
  readonly log?: Writable | undefined;
}

export interface RunningService {
  /** Such as `http://127.0.0.1:8787`, with the port that it got. */
  readonly url: string;
  /** Lets requests under way end, writes what was taken, and closes everything. */
  close(): Promise<void>;
}

/** Opens a data folder and listens. */
export async function startService({ project, overrides = {}, log }: ServiceOptions): Promise<RunningService> {
  const opened = await openProject(project);
  const config = { ...opened.config, serve: { ...opened.config.serve, ...overrides } };
  const events = new EventBus();
  let isReady = true;
  const collector = standInCollector(opened.data);
  const looks = openLooks(project, config, events);
  const exports = openExportJobs(project, config, events);
  const app = await createApp({ config, collector, looks, exports, events, isReady: () => isReady }, { log });
  const { host, port } = config.serve;
  const url = await app.listen({ host, port });
  return {
    url,
    async close() {
      isReady = false;
      events.close();
      await app.close();
      await exports.close();
      await looks.close();
      await collector.close();
    },
  };
}
