import { z } from 'zod';
import { version } from '../../version.ts';
import { openApiDocument } from '../openapi.ts';
import { defineRoute, none, type Route } from '../route.ts';

/** @param routes all routes, this one among them: asked for when the document is */
export function openApiRoute(routes: () => readonly Route[]): Route {
  let made: ReturnType<typeof openApiDocument> | undefined;
  return defineRoute({
    method: 'GET',
    path: '/openapi.json',
    summary: 'this document: all routes, what they take and what they answer',
    role: 'public',
    params: none,
    query: none,
    body: none,
    answers: { 200: { description: 'an OpenAPI 3.1 document', schema: z.looseObject({ openapi: z.string() }) } },
    async handle() {
      made ??= openApiDocument(routes(), version());
      return { status: 200, body: made };
    },
  });
}
