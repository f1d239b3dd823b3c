import { z } from 'zod';
import { exportShape } from '../exports/exportAnswers.ts';
import { defineRoute, none } from '../route.ts';

export default defineRoute({
  method: 'GET',
  path: '/v1/exports',
  summary: 'the data sets that are there, whoever made them, and those under way',
  role: 'export',
  params: none,
  query: none,
  body: none,
  answers: { 200: { description: 'the newest first', schema: z.object({ exports: z.array(exportShape) }) } },
  async handle(_parts, { exports }) {
    return { status: 200, body: { exports: await exports.list() }, headers: { 'cache-control': 'no-store' } };
  },
});
