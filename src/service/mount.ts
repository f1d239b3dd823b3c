import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServiceContext } from './context.ts';
import { NdjsonBody } from './json.ts';
import { Refusal } from './refusal.ts';
import type { Answer, Incoming, Route } from './route.ts';

/** Puts a route of ours on the framework. */
export function mount(app: FastifyInstance, route: Route, context: ServiceContext): void {
  app.route({
    method: route.method,
    url: route.path,
    handler: async (request, reply) => {
      return respond(await route.run(incomingOf(request, route), context), request, reply);
    },
  });
}

function incomingOf({ params, query, body, id, raw }: FastifyRequest, { lines }: Route): Incoming {
  if (!(body instanceof NdjsonBody)) return { params, query, body, isLines: false, id, raw };
  if (lines !== true)
    throw new Refusal(415, 'This path takes one thing at a time: send `Content-Type: application/json`.');
  return { params, query, body: body.text, isLines: true, id, raw };
}

function respond(answer: Answer, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.code(answer.status).header('x-request-id', request.id);
  if (answer.headers !== undefined) reply.headers(answer.headers);
  if (answer.stream !== undefined) {
    reply.type(answer.type ?? 'application/octet-stream');
    if (request.method !== 'HEAD') return reply.send(answer.stream);
    answer.stream.destroy();
    return reply.send();
  }
  if (answer.type === undefined || isJson(answer.type)) {
    return reply.type(answer.type ?? 'application/json').send(JSON.stringify(answer.body));
  }
  return reply.type(answer.type).send(answer.body);
}

function isJson(type: string): boolean {
  return /^application\/([a-z]+\+)?json\b/.test(type);
}
