import { z } from 'zod';
import { download } from '../exports/download.ts';
import { Refusal } from '../refusal.ts';
import { defineRoute, none } from '../route.ts';

const NONE = 'The export has no such file; GET /v1/exports/:id lists those that it has.';

export default defineRoute({
  method: 'GET',
  path: '/v1/exports/:id/files/:name',
  summary: 'a file of an export; a name with a slash has it encoded (provenance%2Ftrain.jsonl)',
  role: 'export',
  params: z.object({ id: z.string(), name: z.string() }),
  query: none,
  body: none,
  answers: {
    200: { description: 'the file', type: '*/*' },
    304: { description: 'it is the one that `If-None-Match` names' },
    404: { description: 'there is no such export, or it has no such file', type: 'application/problem+json' },
    410: { description: 'another export stands in its place', type: 'application/problem+json' },
  },
  async handle({ params: { id, name }, incoming }, { exports }) {
    await refuseMissing();
    const path = await exports.file(id, name);
    const answer = path === undefined ? undefined : await download(path, name, incoming.raw.headers['if-none-match']);
    if (answer === undefined) throw new Refusal(404, NONE);
    try {
      // An export that was put in place meanwhile has files of the same names: what was opened may be one of those.
      await refuseMissing();
      return answer;
    } catch (error) {
      answer.stream?.destroy();
      throw error;
    }

    async function refuseMissing(): Promise<void> {
      const job = await exports.find(id);
      if (job === undefined) throw new Refusal(404, NONE);
      if (job.status === 'replaced')
        throw new Refusal(410, 'A later export stands in its place; GET /v1/exports lists what is there.');
    }
  },
});
