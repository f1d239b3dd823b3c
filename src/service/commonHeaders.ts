import type { FastifyReply, FastifyRequest } from 'fastify';

/** Of every answer, whatever becomes of the request; a route may say otherwise. */
export function commonHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply
    .header('x-request-id', request.id)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin');
}
