import type { FastifyInstance } from 'fastify';
import { NdjsonBody, parseJson, textOf } from './json.ts';
import { Refusal } from './refusal.ts';

/** JSON and NDJSON and nothing else: what a page may send without asking first (forms, plain text) is not accepted. */
export function acceptBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  accept(app, 'application/json', parseJson);
  accept(app, 'application/x-ndjson', (text) => new NdjsonBody(text));
}

function accept(app: FastifyInstance, type: string, parse: (text: string) => unknown): void {
  app.addContentTypeParser<Buffer>(type, { parseAs: 'buffer' }, ({ headers }, bytes, done) => {
    let body: unknown;
    try {
      refuseEncoded(headers['content-encoding']);
      body = parse(textOf(bytes));
    } catch (error) {
      return done(error instanceof Error ? error : new Error('not an error'));
    }
    done(null, body);
  });
}

/** Of a compressed body, how large it is shows only once it is unpacked. */
function refuseEncoded(encoding: string | undefined): void {
  if (encoding === undefined || encoding === 'identity') return;
  throw new Refusal(415, 'Send the body as it is, without a `Content-Encoding`.');
}
