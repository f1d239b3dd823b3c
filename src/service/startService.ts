import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { openCollector } from '../collect/openCollector.ts';
import { FOLDER_MODE } from '../collect/openLog.ts';
import type { Config } from '../config/config.ts';
import { openProject, type ProjectOptions } from '../engine/project.ts';
import { CurateError } from '../errors.ts';
import { accessNotes } from './accessNotes.ts';
import { createApp } from './app.ts';
import { EventBus } from './eventBus.ts';
import { openExportJobs } from './exports/exportJobs.ts';
import { listen } from './listen.ts';
import { openLooks } from './looks/looks.ts';
import { readTokens } from './readTokens.ts';

export interface ServiceOptions {
  readonly project: ProjectOptions;
  /** What the command line says against the section `serve`. */
  readonly overrides?: Partial<Pick<Config['serve'], 'host' | 'port'>>;
  /** What `CURATE_TOKENS` holds. */
  readonly tokens?: string | undefined;
  /** Where the service tells what it does, as `serve.log` says. */
  readonly log?: Writable | undefined;
}

export interface RunningService {
  /** Such as `http://127.0.0.1:8787`, with the port that it got. */
  readonly url: string;
  /** Where lines go. */
  readonly logs: string;
  /** Who may ask: a sentence. */
  readonly access: string;
  /** What should not go unseen: one sentence each. */
  readonly warnings: readonly string[];
  /** Lets requests under way end, within ten seconds, writes what was taken, and closes everything. */
  close(): Promise<void>;
}

/**
 * Opens a data folder and listens. Several services may share a folder, since lines are only appended.
 * @throws CurateError for a config with mistakes, tokens that cannot be used or are missing, an address that cannot be had
 */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const opened = await openProject(options.project);
  const config = { ...opened.config, serve: { ...opened.config.serve, ...options.overrides } };
  const { serve } = config;
  const { tokens, warnings } = readTokens({
    environment: options.tokens,
    file: serve.tokens_file,
    configFile: opened.configFile,
  });
  const access = accessNotes(serve, tokens);
  makeLogs(opened.logs);
  const collector = await openCollector({ config, data: opened.data, id_key: options.project.id_key });
  const events = new EventBus();
  const looks = openLooks(options.project, config, events);
  const exports = openExportJobs(options.project, config, events);
  let isReady = true;
  const parts = { config, collector, looks, exports, events, isReady: () => isReady };
  const closeParts = async (): Promise<void> => {
    // The collector first: what was taken matters more than what can be made anew.
    await collector.close();
    await Promise.all([exports.close(), looks.close()]);
  };
  try {
    const app = await createApp(parts, { tokens, log: options.log, processMetrics: true });
    const listening = await listen(app, serve);
    return {
      url: listening.url,
      logs: opened.logs,
      access: access.sentence,
      // The project and the collector read the same lists of people.
      warnings: [...new Set([...warnings, ...opened.peopleWarnings, ...collector.warnings, ...access.warnings])],
      async close() {
        isReady = false;
        await listening.close();
        await closeParts();
      },
    };
  } catch (error) {
    await closeParts();
    throw error;
  }
}

/** Whoever cannot write there learns of it now, and not by the first conversation. @throws CurateError */
function makeLogs(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new CurateError(
      `${folder}: nothing can be written there (${code}). Mend its rights, or name another folder with --data.`,
    );
  }
}
