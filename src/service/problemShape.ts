import { z } from 'zod';

/** What every answer of `application/problem+json` holds (RFC 9457). */
export const problemShape = z
  .object({
    type: z.string().describe('about:blank: the status says what kind of problem it is'),
    title: z.string().describe('the name of the status'),
    status: z.number().int().min(400).max(599),
    detail: z.string().describe('a sentence: what is wrong, and what to do; nothing of what was sent'),
    request_id: z
      .string()
      .optional()
      .describe('by which the log of the service knows the request; missing where it never became one'),
    problems: z
      .array(
        z.object({
          path: z.string().describe('where, such as `messages.0.role`; empty for the whole'),
          message: z.string(),
        }),
      )
      .describe('each mistake in what was sent, where there are any'),
  })
  .meta({ id: 'Problem', description: 'why a request was not served (RFC 9457)' });
