import { z } from 'zod';
import { exportShape } from '../exports/exportAnswers.ts';
import { Refusal } from '../refusal.ts';
import { defineRoute, none } from '../route.ts';

export default defineRoute({
  method: 'GET',
  path: '/v1/exports/:id',
  summary: 'how an export goes, and its files when it is done',
  role: 'export',
  params: z.object({ id: z.string() }),
  query: none,
  body: none,
  answers: {
    200: { description: 'how it stands', schema: exportShape },
    404: { description: 'there is no such export', type: 'application/problem+json' },
  },
  async handle({ params: { id } }, { exports }) {
    const job = await exports.find(id);
    if (job === undefined)
      throw new Refusal(404, 'There is no such export; GET /v1/exports lists those that are there.');
    return { status: 200, body: job, headers: { 'cache-control': 'no-store' } };
  },
});
