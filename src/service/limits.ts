import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';
import { Refusal } from './refusal.ts';
import type { Route } from './route.ts';
import type { Caller } from './tokens.ts';

/** Whether a request is within the limits of who asks. */
export interface Limits {
  /** @throws Refusal 429 that says when to come back */
  check(request: FastifyRequest, route: Route): Promise<void>;
}

type Limiter = (request: FastifyRequest) => Promise<void>;

const MINUTE = 60_000;

/**
 * Of one client, by token or else by address: `serve.max_requests_per_minute`. Of one address with a token that may give
 * feedback and nothing else: `serve.max_feedback_per_minute`. The plugin remembers the 5,000 newest clients of each.
 */
export async function openLimits(app: FastifyInstance, serve: Config['serve']): Promise<Limits> {
  await app.register(rateLimit.default, { global: false });
  const requests = limiter(app, serve.max_requests_per_minute, (caller, address) => caller?.token ?? address);
  const feedback = limiter(app, serve.max_feedback_per_minute, (_caller, address) => address);
  return {
    async check(request, { role }) {
      await requests?.(request);
      if (role === 'feedback' && givesFeedbackOnly(request.caller)) await feedback?.(request);
    },
  };
}

function givesFeedbackOnly(caller: Caller | undefined): boolean {
  return caller?.roles.size === 1 && caller.roles.has('feedback');
}

function limiter(
  app: FastifyInstance,
  max: number | null,
  keyOf: (caller: Caller | undefined, address: string) => string,
): Limiter | undefined {
  if (max === null) return undefined;
  const count = app.createRateLimit({
    max,
    timeWindow: MINUTE,
    keyGenerator: (request) => keyOf(request.caller, addressOf(request)),
  });
  return async (request) => {
    const limit = await count(request);
    if (limit.isAllowed || !limit.isExceeded) return;
    const seconds = String(limit.ttlInSeconds);
    throw new Refusal(429, `Too many requests; come back in ${seconds} seconds.`, [], { 'retry-after': seconds });
  };
}

/** An IPv6 client has a network of 64 bits to choose addresses from (RFC 6177), so it counts by that. */
function addressOf({ ip }: FastifyRequest): string {
  return ip.includes(':') ? rateLimit.normalizeIP(ip) : ip;
}
