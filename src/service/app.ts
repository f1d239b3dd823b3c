import type { Writable } from 'node:stream';
import cors from '@fastify/cors';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import { acceptBodies } from './bodies.ts';
import { answerClientError } from './clientErrors.ts';
import type { ServiceContext } from './context.ts';
import { guard } from './guard.ts';
import { openLimits } from './limits.ts';
import { logOptions } from './log.ts';
import { openMetrics } from './metrics.ts';
import { mount } from './mount.ts';
import { observer } from './observe.ts';
import { answerError } from './refusals.ts';
import { requestId } from './requestId.ts';
import { ROUTES } from './routes/index.ts';
import { Tokens } from './tokens.ts';
import { watchedCollector } from './watchedCollector.ts';

/** What the service goes by beside its config. */
export interface ServiceSettings {
  /** Without any, everybody who reaches the service may do everything. */
  readonly tokens?: Tokens | undefined;
  /** Where it tells what it does, as `serve.log` says. */
  readonly log?: Writable | undefined;
  /** Whether `GET /metrics` also tells of memory, processor time and event loop of the process. */
  readonly processMetrics?: boolean | undefined;
}

/**
 * The service, not listening yet: every route of `ROUTES`, behind the checks that they have in common.
 * @param parts what routes work with; of its config the section `serve` counts
 */
export async function createApp(parts: ServiceContext, settings: ServiceSettings = {}): Promise<FastifyInstance> {
  const { serve } = parts.config;
  const { tokens = new Tokens(), log, processMetrics = false } = settings;
  const metrics = openMetrics(parts.collector, parts.events, processMetrics);
  const collector = watchedCollector(parts.collector, parts.events, parts.looks, metrics);
  const observe = observer(serve.log, metrics);
  const app = Fastify({
    ...frameworkOptions(serve),
    ...logOptions(serve.log, log),
    // Of paths that cannot be decoded, before any hook.
    frameworkErrors(error, request, reply) {
      observe(request, reply);
      answerError(error, request, reply);
    },
  });
  app.server.maxConnections = serve.max_connections;
  app.setErrorHandler(answerError);
  acceptBodies(app);
  guard(app, { serve, tokens, observe, isReady: parts.isReady });
  if (serve.origins.length > 0) await app.register(cors, corsOptions(serve.origins));
  const limits = await openLimits(app, serve);
  for (const route of ROUTES) mount(app, route, limits, { ...parts, collector, metrics });
  app.addHook('preClose', (done) => {
    collector.stop();
    parts.events.close();
    done();
  });
  return app;
}

// Ours: an id of ours has 36 characters, a name of a file fewer than 100.
const MOST_PARAMETER = 256;

function frameworkOptions(serve: Config['serve']) {
  const timeout = serve.request_timeout_ms;
  return {
    bodyLimit: serve.max_body_bytes,
    routerOptions: { maxParamLength: MOST_PARAMETER },
    genReqId: ({ headers }: { headers: NodeJS.Dict<string | string[]> }) => requestId(headers['x-request-id']),
    trustProxy: serve.proxies.length > 0 ? [...serve.proxies] : false,
    requestTimeout: timeout,
    // Ours: a tenth over the time that is given, at most a second.
    http: { headersTimeout: timeout, connectionsCheckingInterval: Math.min(1000, Math.ceil(timeout / 10)) },
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
  };
}

function corsOptions(origins: readonly string[]) {
  return {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['Authorization', 'Content-Type'],
    exposedHeaders: ['X-Request-Id', 'Retry-After'],
    // Ours: a page asks once an hour, instead of before every click.
    maxAge: 3600,
  };
}
