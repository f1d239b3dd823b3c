import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { defineRoute, none } from '../route.ts';

export default defineRoute({
  method: 'GET',
  path: '/metrics',
  summary: 'what the service counts of itself, for Prometheus',
  role: 'read',
  params: none,
  query: none,
  body: none,
  answers: {
    200: { description: 'counters in the text format of Prometheus', type: 'text/plain', schema: z.string() },
  },
  async handle(_parts, { metrics }) {
    if (metrics === undefined) throw new Refusal(404, 'This service counts nothing.');
    return { status: 200, type: metrics.contentType, body: await metrics.text() };
  },
});
