import { z } from 'zod';
import { defineRoute, none } from '../route.ts';

const health = z.object({ status: z.enum(['ok', 'stopping']) });

export default defineRoute({
  method: 'GET',
  path: '/healthz',
  summary: 'whether the service takes requests',
  role: 'public',
  params: none,
  query: none,
  body: none,
  answers: {
    200: { description: 'it does', schema: health },
    503: { description: 'it is about to stop', schema: health },
  },
  async handle(_parts, { isReady }) {
    return isReady() ? { status: 200, body: { status: 'ok' } } : { status: 503, body: { status: 'stopping' } };
  },
});
