import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { CollectCounts, Collector } from '../collect/types.ts';
import type { EventBus } from './eventBus.ts';

/** One request that was answered, or whose client went away. */
export interface AnsweredRequest {
  readonly method: string;
  /** As it is documented, see `patternOf`. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What the service counts of itself, and `GET /metrics` tells. */
export interface ServiceMetrics {
  readonly contentType: string;
  text(): Promise<string>;
  requestBegan(): void;
  requestEnded(request: AnsweredRequest): void;
  /** A conversation or feedback was handed to the disk, which answered after so many seconds. */
  wrote(kind: 'conversation' | 'feedback', seconds: number): void;
}

// Ours: the goal is a p99 of 20 ms; lines take microseconds on a healthy disk and `collect.timeout_ms` (5 s) on a dead one.
const REQUEST_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5, 10];
const WRITE_BUCKETS = [0.0001, 0.00025, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];
/** So that nobody can make series by inventing methods. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']);

/**
 * Metrics in a registry of their own, named by the rules of Prometheus (prometheus.io/docs/practices/naming).
 * @param ofProcess also memory, processor time and event loop, which only one registry of a process should measure
 */
export function openMetrics(collector: Collector, events: EventBus, ofProcess: boolean): ServiceMetrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  countCollected(registry, 'conversations', 'Conversations', () => collector.conversations.counts);
  countCollected(registry, 'feedback', 'Pieces of feedback', () => collector.feedback.counts);
  countListeners(registry, events);
  const writes = new Histogram({
    name: 'curate_write_duration_seconds',
    help: 'From handing over a conversation or feedback until it counts as written.',
    labelNames: ['kind'],
    buckets: WRITE_BUCKETS,
    registers: [registry],
  });
  const kinds = { conversation: writes.labels('conversation'), feedback: writes.labels('feedback') };
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    wrote: (kind, seconds) => kinds[kind].observe(seconds),
    ...countRequests(registry),
  };
}

function countCollected(registry: Registry, what: string, words: string, counts: () => CollectCounts): void {
  new Counter({
    name: `curate_${what}_total`,
    help: `${words} handed over since the service began, by what became of them.`,
    labelNames: ['status'],
    registers: [registry],
    collect() {
      const { stored, opted_out, dropped, failed } = counts();
      this.reset();
      for (const [status, count] of Object.entries({ stored, opted_out, dropped, failed })) this.inc({ status }, count);
    },
  });
}

function countListeners(registry: Registry, events: EventBus): void {
  new Gauge({
    name: 'curate_event_listeners',
    help: 'Open streams of GET /v1/events.',
    registers: [registry],
    collect() {
      this.set(events.listeners);
    },
  });
}

function countRequests(registry: Registry): Pick<ServiceMetrics, 'requestBegan' | 'requestEnded'> {
  const registers = [registry];
  const total = new Counter({
    name: 'curate_http_requests_total',
    help: 'Requests that were answered; 499 where the client went away before.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'curate_http_request_duration_seconds',
    help: 'From the head of a request until the end of its answer.',
    labelNames: ['method', 'route'],
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const flying = new Gauge({
    name: 'curate_http_requests_in_flight',
    help: 'Requests that are not answered yet.',
    registers,
  });
  return {
    requestBegan: () => flying.inc(),
    requestEnded(request) {
      const { route, status, seconds } = request;
      const method = METHODS.has(request.method) ? request.method : 'other';
      flying.dec();
      total.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
    },
  };
}
