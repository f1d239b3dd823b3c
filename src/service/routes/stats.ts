import { statsShape } from '../reportShapes.ts';
import { defineRoute, none } from '../route.ts';

export default defineRoute({
  method: 'GET',
  path: '/v1/stats',
  summary: 'what came in, what is kept, and why the rest is not',
  role: 'read',
  params: none,
  query: none,
  body: none,
  answers: {
    200: { description: 'as `curate stats --json` has it', schema: statsShape },
    503: { description: 'there are no numbers now: the config is wrong, or all is read for the first time' },
  },
  async handle(_parts, { looks }) {
    return { status: 200, body: await looks.stats(), headers: { 'cache-control': 'no-store' } };
  },
});
