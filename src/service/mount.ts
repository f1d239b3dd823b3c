import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authorize } from './auth.ts';
import type { ServiceContext } from './context.ts';
import { NdjsonBody } from './json.ts';
import type { Limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { Answer, Incoming, Route } from './route.ts';

/** Puts a route of ours on the framework: within the limits, by who may, answered as it says. */
export function mount(app: FastifyInstance, route: Route, limits: Limits, context: ServiceContext): void {
  app.route({
    method: route.method,
    url: route.path,
    config: { public: route.role === 'public' },
    onRequest: async (request) => {
      await limits.check(request, route);
      if (route.role !== 'public') authorize(request.caller, route.role, request.headers);
    },
    handler: async (request, reply) => respond(await route.run(incomingOf(request, route), context), request, reply),
  });
}

function incomingOf({ params, query, body, id, raw }: FastifyRequest, { lines }: Route): Incoming {
  if (!(body instanceof NdjsonBody)) return { params, query, body, isLines: false, id, raw };
  if (lines !== true)
    throw new Refusal(415, 'This path takes one thing at a time: send `Content-Type: application/json`.');
  return { params, query, body: body.text, isLines: true, id, raw };
}

function respond(answer: Answer, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, headers, type, body, stream } = answer;
  reply.code(status);
  if (headers !== undefined) reply.headers(headers);
  if (stream !== undefined) {
    reply.type(type ?? 'application/octet-stream');
    if (request.method !== 'HEAD') return reply.send(stream);
    stream.destroy();
    return reply.send();
  }
  if (type !== undefined && !isJson(type)) return reply.type(type).send(body);
  return reply.type(type ?? 'application/json').send(JSON.stringify(body));
}

function isJson(type: string): boolean {
  return /^application\/([a-z]+\+)?json\b/.test(type);
}
