import type { Writable } from 'node:stream';
import Fastify, { type FastifyInstance } from 'fastify';
import type { ServiceContext } from './context.ts';
import { NdjsonBody, parseJson, textOf } from './json.ts';
import { mount } from './mount.ts';
import { answerError, refuseUnknown } from './refusals.ts';
import { requestId } from './requestId.ts';
import { ROUTES } from './routes/index.ts';

/** What the service goes by beside its config. */
export interface ServiceSettings {
  /** Where it tells what it does. */
  readonly log?: Writable | undefined;
}

/**
 * The service, not listening yet: every route of `ROUTES`, behind the checks that they have in common.
 * @param context what routes work with; of its config the section `serve` counts
 */
export async function createApp(context: ServiceContext, _settings: ServiceSettings = {}): Promise<FastifyInstance> {
  const { serve } = context.config;
  const app = Fastify({
    bodyLimit: serve.max_body_bytes,
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
    requestTimeout: serve.request_timeout_ms,
    frameworkErrors: answerError,
  });
  acceptBodies(app);
  app.setErrorHandler(answerError);
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.is404) refuseUnknown(request, ROUTES);
    done();
  });
  for (const route of ROUTES) mount(app, route, context);
  return app;
}

/** JSON and NDJSON and nothing else: what a page may send without asking first (forms, plain text) is not accepted. */
function acceptBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body: Buffer, done) =>
    attempt(done, () => parseJson(textOf(body))),
  );
  app.addContentTypeParser('application/x-ndjson', { parseAs: 'buffer' }, (_request, body: Buffer, done) =>
    attempt(done, () => new NdjsonBody(textOf(body))),
  );
}

function attempt(done: (error: Error | null, body?: unknown) => void, parse: () => unknown): void {
  let body: unknown;
  try {
    body = parse();
  } catch (error) {
    done(error instanceof Error ? error : new Error('not an error'));
    return;
  }
  done(null, body);
}
