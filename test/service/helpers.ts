import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import type { CollectCounts, Collected, Collector } from '../../src/collect/types.ts';
import { type Config, parseConfig } from '../../src/config/config.ts';
import { createApp, type ServiceSettings } from '../../src/service/app.ts';
import type { ExportJobs, Looks, ServiceContext } from '../../src/service/context.ts';
import { EventBus } from '../../src/service/eventBus.ts';

/** A collector that keeps what it is handed, and fails when it is told to. */
export class FakeCollector implements Collector {
  readonly conversationsTaken: object[] = [];
  readonly feedbackTaken: object[] = [];
  closed = false;
  /** What the next calls do in the place of storing. */
  instead: ((input: object) => Promise<Collected> | undefined) | undefined;

  readonly conversations = {
    counts: NOTHING,
    log: (input: { conversation_id?: string | undefined }) => this.#take(this.conversationsTaken, input),
  };
  readonly feedback = {
    counts: NOTHING,
    submit: (input: { conversation_id?: string | undefined }) => this.#take(this.feedbackTaken, input),
  };

  async close(): Promise<void> {
    this.closed = true;
  }

  async #take(taken: object[], input: { conversation_id?: string | undefined }): Promise<Collected> {
    const instead = this.instead?.(input);
    if (instead !== undefined) return instead;
    taken.push(input);
    return { status: 'stored', conversation_id: input.conversation_id ?? `made-${taken.length}` };
  }
}

const NOTHING: CollectCounts = { stored: 0, opted_out: 0, dropped: 0, failed: 0, bytes: 0 };

/** Numbers of nobody; counts how often it was told that something was stored. */
export class FakeLooks implements Looks {
  timesChanged = 0;
  stats(): Promise<never> {
    return Promise.reject(new Error('no numbers here'));
  }
  progress(): Promise<never> {
    return Promise.reject(new Error('no numbers here'));
  }
  async comments(): Promise<readonly []> {
    return [];
  }
  changed(): void {
    this.timesChanged += 1;
  }
  async close(): Promise<void> {}
}

const noExports: ExportJobs = {
  list: async () => [],
  find: async () => undefined,
  file: async () => undefined,
  start: () => Promise.reject(new Error('no exports here')),
  close: async () => {},
};

export interface TestService {
  readonly app: FastifyInstance;
  readonly collector: FakeCollector;
  readonly looks: FakeLooks;
  readonly context: ServiceContext;
}

/** A service on fakes, closed when the test is through. `serve` is the section of the config. */
export async function testService(
  serve: Partial<Config['serve']> = {},
  settings: ServiceSettings = {},
  other: Partial<ServiceContext> = {},
): Promise<TestService> {
  const collector = new FakeCollector();
  const looks = new FakeLooks();
  const config = parseConfig({ serve }, 'a test');
  const events = new EventBus();
  const context = { config, collector, looks, exports: noExports, events, isReady: () => true, ...other };
  const app = await createApp(context, settings);
  onTestFinished(async () => app.close());
  return { app, collector, looks, context };
}

/** One exchange of nobody. */
export const EXCHANGE = { user_message: 'Where is my parcel?', assistant_message: 'It leaves tomorrow.' };
