import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';
import type { ServiceMetrics } from './metrics.ts';

/** What nginx calls an answer that nobody waited for. */
const CLIENT_WENT = 499;

/** Follows a request until it is answered, or its client goes away: for the metrics, and for one line of the log. */
export type Observe = (request: FastifyRequest, reply: FastifyReply) => void;

export function observer(log: Config['serve']['log'], metrics: ServiceMetrics): Observe {
  return (request, reply) => {
    const began = performance.now();
    let ended = false;
    metrics.requestBegan();
    const end = (): void => {
      if (ended) return;
      ended = true;
      const status = reply.raw.headersSent ? reply.raw.statusCode : CLIENT_WENT;
      const ms = performance.now() - began;
      const route = patternOf(request);
      metrics.requestEnded({ method: request.method, route, status, seconds: ms / 1000 });
      if (log === 'none' || (log === 'errors' && status < 500)) return;
      const facts = factsOf(request, reply, route, status, ms);
      if (status >= 500) request.log.error(facts, 'request failed');
      else request.log.info(facts, 'request');
    };
    // A response that is cut off never finishes; one that is finished need not be closed soon.
    reply.raw.once('finish', end).once('close', end);
  };
}

/** The route of a request as it is documented (`/v1/exports/:id`): a path may hold ids, and there are as many as one likes. */
function patternOf({ is404, routeOptions }: FastifyRequest): string {
  return is404 ? 'unknown' : (routeOptions.url ?? 'unknown');
}

function factsOf(request: FastifyRequest, reply: FastifyReply, route: string, status: number, ms: number): object {
  return {
    request_id: request.id,
    method: request.method,
    route,
    status,
    ms: Math.round(ms * 100) / 100,
    bytes_in: bytesOf(request.headers['content-length']),
    bytes_out: bytesOf(reply.getHeader('content-length')),
    address: request.ip,
  };
}

/** Nothing for a body that came, or went, in pieces. */
function bytesOf(length: string | number | readonly string[] | undefined): number | undefined {
  const bytes = Number(length ?? Number.NaN);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}
