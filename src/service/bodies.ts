import type { FastifyInstance } from 'fastify';
import { NdjsonBody, parseJson, textOf } from './json.ts';

/** JSON and NDJSON and nothing else: what a page may send without asking first (forms, plain text) is not accepted. */
export function acceptBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  accept(app, 'application/json', parseJson);
  accept(app, 'application/x-ndjson', (text) => new NdjsonBody(text));
}

function accept(app: FastifyInstance, type: string, parse: (text: string) => unknown): void {
  app.addContentTypeParser<Buffer>(type, { parseAs: 'buffer' }, (_request, bytes, done) => {
    let body: unknown;
    try {
      body = parse(textOf(bytes));
    } catch (error) {
      return done(error instanceof Error ? error : new Error('not an error'));
    }
    done(null, body);
  });
}
