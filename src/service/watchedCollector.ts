import { type Collected, type Collector, NotWritten } from '../collect/types.ts';
import type { Looks } from './context.ts';
import type { EventBus } from './eventBus.ts';
import type { ServiceMetrics } from './metrics.ts';

// Ours: what a person sees as at once; a busy service would otherwise tell every watcher thousands of times a second.
const TELL_EVERY_MS = 250;

export interface WatchedCollector extends Collector {
  /** Tells no more. */
  stop(): void;
}

/** The same collector, which tells watchers and statistics when something was stored, at most so often, and how long it took. */
export function watchedCollector(
  collector: Collector,
  events: EventBus,
  looks: Looks,
  metrics: ServiceMetrics,
): WatchedCollector {
  const stored = { conversation: 0, feedback: 0 };
  let timer: NodeJS.Timeout | undefined;
  let news = false;
  const tell = (): void => {
    timer = undefined;
    if (!news) return;
    news = false;
    events.publish({ type: 'collected', conversations: stored.conversation, feedback: stored.feedback });
    timer = setTimeout(tell, TELL_EVERY_MS).unref();
  };
  const timed = async (kind: 'conversation' | 'feedback', store: () => Promise<Collected>): Promise<Collected> => {
    const collected = await measured(store, (seconds) => metrics.wrote(kind, seconds));
    if (collected.status !== 'stored') return collected;
    stored[kind] += 1;
    news = true;
    // Of every line: who asks for numbers right after it has those with it. Looks keep their own rests.
    looks.changed();
    if (timer === undefined) tell();
    return collected;
  };
  const { conversations, feedback } = collector;
  return {
    conversations: {
      log: (input) => timed('conversation', () => conversations.log(input)),
      get counts() {
        return conversations.counts;
      },
    },
    feedback: {
      submit: (input) => timed('feedback', () => feedback.submit(input)),
      get counts() {
        return feedback.counts;
      },
    },
    close: () => collector.close(),
    stop: () => clearTimeout(timer),
  };
}

/** How long a write took, also one that failed; what never came to the disk says nothing of it. */
async function measured(store: () => Promise<Collected>, took: (seconds: number) => void): Promise<Collected> {
  const began = performance.now();
  const tell = (): void => took((performance.now() - began) / 1000);
  try {
    const collected = await store();
    tell();
    return collected;
  } catch (error) {
    if (error instanceof NotWritten) tell();
    throw error;
  }
}
