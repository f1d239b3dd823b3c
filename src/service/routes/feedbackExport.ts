import { z } from 'zod';
import { accepted, acceptedAnswers } from '../exports/exportAnswers.ts';
import { defineRoute, none } from '../route.ts';

export default defineRoute({
  method: 'POST',
  path: '/api/feedback/export',
  summary: 'makes the data set that the config names, as older clients ask for it; `POST /v1/exports` can more',
  role: 'export',
  params: none,
  query: none,
  body: z.looseObject({}).optional(),
  answers: acceptedAnswers,
  async handle(_parts, { exports }) {
    return accepted(await exports.start({}));
  },
});
