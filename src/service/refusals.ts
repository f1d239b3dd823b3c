import type { FastifyReply, FastifyRequest } from 'fastify';
import { commonHeaders } from './commonHeaders.ts';
import { problemBody, refusalOf } from './problem.ts';
import { Refusal } from './refusal.ts';
import type { Route } from './route.ts';

/** Answers an error of whatever kind as `application/problem+json`. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error);
  if (refusal.status === 500) request.log.error({ err: error, request_id: request.id }, 'a fault of the service');
  commonHeaders(request, reply);
  reply
    .code(refusal.status)
    .headers(refusal.headers)
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(refusal, request.id)));
}

/** @throws Refusal 405 where the path takes other methods, else 404 */
export function refuseUnknown({ raw }: FastifyRequest, routes: readonly Route[]): never {
  const path = (raw.url ?? '').split('?', 1)[0] ?? '';
  const methods = routes.filter((route) => fits(route.path, path)).map(({ method }) => method);
  if (methods.length === 0) throw new Refusal(404, 'There is nothing at this path.');
  const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
  throw new Refusal(405, `This path takes ${allow}.`, [], { allow });
}

function fits(pattern: string, path: string): boolean {
  const parts = path.split('/');
  const wanted = pattern.split('/');
  return (
    wanted.length === parts.length &&
    wanted.every((part, at) => part === parts[at] || (part[0] === ':' && parts[at] !== ''))
  );
}
