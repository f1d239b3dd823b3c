import { z } from 'zod';
import { defineRoute, none } from '../route.ts';

const count = z.number().int().min(0);

const flat = z.object({
  total: count.describe('lines of feedback'),
  rated: count.describe('conversations that somebody rated; the counts below are of these'),
  positive: count.describe('with a mean of at least `feedback.min_stars`'),
  negative: count.describe('the others'),
  positive_rate: z.number().min(0).max(1).nullable(),
  feedback_rate: z.number().min(0).max(1).nullable().describe('rated conversations as a share of all'),
  mean: z.number().min(1).max(5).nullable(),
  stars_1: count,
  stars_2: count,
  stars_3: count,
  stars_4: count,
  stars_5: count,
  comments: count,
  corrections: count,
  orphans: count.describe('whose conversation has not arrived'),
});

export default defineRoute({
  method: 'GET',
  path: '/api/feedback/stats',
  summary: 'feedback in a few numbers, as older clients ask for it; `GET /v1/stats` says more',
  role: 'read',
  params: none,
  query: none,
  body: none,
  answers: {
    200: { description: 'a flat object', schema: flat },
    503: { description: 'there are no numbers now: the config is wrong, or all is read for the first time' },
  },
  async handle(_parts, { looks }) {
    const { feedback } = await looks.stats();
    const { entries, rated, positive_rate, rate, mean_stars, stars, comments, corrections, orphans } = feedback;
    const positive = Math.round((positive_rate ?? 0) * rated);
    const body: z.infer<typeof flat> = {
      total: entries,
      rated,
      positive,
      negative: rated - positive,
      positive_rate,
      feedback_rate: rate,
      mean: mean_stars,
      stars_1: stars[1] ?? 0,
      stars_2: stars[2] ?? 0,
      stars_3: stars[3] ?? 0,
      stars_4: stars[4] ?? 0,
      stars_5: stars[5] ?? 0,
      comments,
      corrections,
      orphans,
    };
    return { status: 200, body, headers: { 'cache-control': 'no-store' } };
  },
});
