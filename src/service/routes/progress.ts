import { progressShape } from '../reportShapes.ts';
import { defineRoute, none } from '../route.ts';

export default defineRoute({
  method: 'GET',
  path: '/v1/progress',
  summary: 'how far it is to the goal, and when it is reached',
  role: 'read',
  params: none,
  query: none,
  body: none,
  answers: {
    200: { description: 'as `curate progress --json` has it', schema: progressShape },
    503: { description: 'there are no numbers now: the config is wrong, or all is read for the first time' },
  },
  async handle(_parts, { looks }) {
    return { status: 200, body: await looks.progress(), headers: { 'cache-control': 'no-store' } };
  },
});
