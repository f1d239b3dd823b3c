import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';
import { callerOf } from './auth.ts';
import { commonHeaders } from './commonHeaders.ts';
import { checkHost, checkOrigin } from './hosts.ts';
import type { Observe } from './observe.ts';
import { Refusal } from './refusal.ts';
import { refuseUnknown } from './refusals.ts';
import { ROUTES } from './routes/index.ts';
import type { Caller, Tokens } from './tokens.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; nobody where a token is needed and no known one came. */
    caller: Caller | undefined;
  }
  interface FastifyContextConfig {
    /** Whoever asks, from wherever: the page, the widget, the state of the service. */
    public?: boolean;
  }
}

export interface Guarded {
  readonly serve: Config['serve'];
  readonly tokens: Tokens;
  readonly observe: Observe;
  readonly isReady: () => boolean;
}

/** What every request goes through before its route is asked: is it for us, from where, and who asks. */
export function guard(app: FastifyInstance, { serve, tokens, observe, isReady }: Guarded): void {
  const names = new Set(serve.hosts.map((name) => name.toLowerCase()));
  const origins = new Set(serve.origins);
  app.decorateRequest('caller', undefined);
  app.addHook('onRequest', (request, reply, done) => {
    observe(request, reply);
    commonHeaders(request, reply);
    // Else a connection would wait for its next request, and the service for its end.
    if (!isReady()) reply.header('connection', 'close');
    const host = hostOf(request);
    if (hasTwoHosts(request)) throw new Refusal(400, 'The request has more than one header `Host`.');
    const { origin } = request.headers;
    checkHost(host, names);
    if (request.is404 || isPlainOptions(request)) refuseUnknown(request, ROUTES);
    if (request.routeOptions.config.public !== true) checkOrigin(origin, host, origins);
    request.caller = callerOf(request, tokens);
    done();
  });
}

/** The name that was asked: that of a whole address, as proxies send it, goes before the header (RFC 9112, 3.2.2). */
function hostOf({ raw, headers }: FastifyRequest): string | undefined {
  return /^https?:\/\/([^/?#]*)/i.exec(raw.url ?? '')?.[1] ?? headers.host;
}

/** Node takes the first; a proxy before us may take the second (RFC 9112, 3.2). */
function hasTwoHosts({ raw: { rawHeaders } }: FastifyRequest): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}

/** Preflights are the plugin's for CORS, which takes every path. */
function isPlainOptions({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] === undefined;
}
