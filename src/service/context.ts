import type { Collector } from '../collect/types.ts';
import type { Config } from '../config/config.ts';
import type { ProgressReport, StatsReport } from '../report/types.ts';
import type { EventBus } from './eventBus.ts';
import type { ServiceMetrics } from './metrics.ts';

/** What routes work with. */
export interface ServiceContext {
  readonly config: Config;
  readonly collector: Collector;
  readonly looks: Looks;
  readonly exports: ExportJobs;
  readonly events: EventBus;
  /** What `GET /healthz` goes by: false from the moment when the service is told to stop. */
  readonly isReady: () => boolean;
  /** What the service counts of itself; `createApp` fills it in. */
  readonly metrics?: ServiceMetrics | undefined;
}

/** A newest comment, scrubbed whatever `collect.scrub` says. */
export interface NewestComment {
  readonly conversation_id: string;
  /** ISO 8601. */
  readonly timestamp: string | null;
  readonly stars: number | null;
  readonly thumbs: 'up' | 'down' | null;
  readonly comment: string;
}

/**
 * The numbers of the data folder, as `curate stats --json` and `curate progress --json` have them. They are taken in a thread
 * of their own when something was stored, or when a file has changed, and not more often than they take.
 */
export interface Looks {
  stats(): Promise<StatsReport>;
  progress(): Promise<ProgressReport>;
  comments(most: number): Promise<readonly NewestComment[]>;
  /** Something was stored: look again soon. */
  changed(): void;
  close(): Promise<void>;
}

/** Where an export stands. */
export interface ExportJob {
  readonly id: string;
  readonly format: string;
  readonly status: 'waiting' | 'running' | 'done' | 'failed' | 'replaced';
  /** ISO 8601. */
  readonly requested: string;
  readonly ended: string | null;
  /** What `curate export --json` printed. */
  readonly report: unknown;
  /** Why it failed: a sentence, never text. */
  readonly problem: string | null;
  /** Files that may be fetched. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

export interface ExportJobs {
  /** Exports of the data folder, whoever made them, and those under way; newest first. */
  list(): Promise<readonly ExportJob[]>;
  find(id: string): Promise<ExportJob | undefined>;
  /** One more export; where nothing is said, as the config has it. @throws Refusal for an unknown format, and with too many waiting */
  start(request: { readonly format?: string | undefined; readonly container?: string | undefined }): Promise<ExportJob>;
  /** The path of a file of an export; nothing where the export does not have it (any more). */
  file(id: string, name: string): Promise<string | undefined>;
  close(): Promise<void>;
}
