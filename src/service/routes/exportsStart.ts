import { accepted, acceptedAnswers, exportRequest } from '../exports/exportAnswers.ts';
import { defineRoute, none } from '../route.ts';

export default defineRoute({
  method: 'POST',
  path: '/v1/exports',
  summary: 'makes a data set, as `curate export` does; one at a time',
  role: 'export',
  params: none,
  query: none,
  body: exportRequest,
  answers: acceptedAnswers,
  async handle({ body }, { exports }) {
    return accepted(await exports.start(body ?? {}));
  },
});
