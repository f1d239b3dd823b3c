import { z } from 'zod';
import { MOST_COMMENTS } from '../looks/look.ts';
import { defineRoute, none } from '../route.ts';

const comment = z.object({
  conversation_id: z.string(),
  timestamp: z.iso.datetime().nullable(),
  stars: z.number().min(1).max(5).nullable(),
  thumbs: z.enum(['up', 'down']).nullable(),
  comment: z.string().describe('without personal data, in one line, 500 characters at the most'),
});

/** Ours: what fits on a screen. */
const USUAL = 20;

export default defineRoute({
  method: 'GET',
  path: '/v1/comments',
  summary: 'the newest comments of users, scrubbed',
  role: 'read',
  params: none,
  query: z.strictObject({ most: z.coerce.number().int().min(1).max(MOST_COMMENTS).default(USUAL) }),
  body: none,
  answers: {
    200: { description: 'the newest first', schema: z.object({ comments: z.array(comment) }) },
    503: { description: 'they cannot be scrubbed now, or there are no numbers either' },
  },
  async handle({ query: { most } }, { looks }) {
    return { status: 200, body: { comments: await looks.comments(most) }, headers: { 'cache-control': 'no-store' } };
  },
});
