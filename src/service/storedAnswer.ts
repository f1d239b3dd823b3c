import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { Collected } from '../collect/types.ts';
import type { LinesReport } from './ndjson.ts';
import { problemShape } from './problemShape.ts';
import type { Answer, Route } from './route.ts';

/** What a client hears of one conversation or one feedback. */
export const collectedShape = z.object({
  status: z
    .enum(['stored', 'opted_out', 'dropped'])
    .describe(
      '`opted_out`: of a user who wants nothing kept; `dropped`: the disk failed, and `collect.on_failure` is `drop`',
    ),
  conversation_id: z.string().describe('as given, or made up: what feedback names'),
});

const mistakeShape = z.object({ path: z.string(), message: z.string() });

/** What a client hears of many. */
export const linesShape = z.object({
  stored: z.number().int(),
  opted_out: z.number().int(),
  dropped: z.number().int(),
  refused: z
    .array(z.object({ line: z.number().int().describe('counted from 1'), problems: z.array(mistakeShape) }))
    .describe('lines that cannot be stored as they are'),
  not_written: z
    .array(z.number().int())
    .describe('lines that the disk did not take; with any of them the status is 503'),
  conversation_ids: z.array(z.string()).describe('of the lines that were taken, in their order'),
});

/** The disk did not take it: what became of each line stands beside the problem where there were many. */
export const notWrittenShape = problemShape.extend(linesShape.partial().shape);

/** One was taken: 201 when it is in the file, 200 when it is not meant to be, or is lost as configured. */
export function collectedAnswer(collected: Collected): Answer {
  const { status, conversation_id } = collected;
  return { status: status === 'stored' ? 201 : 200, body: { status, conversation_id } };
}

/** Many were taken; where the disk failed, an error that says which lines are to be sent again. */
export function linesAnswer(report: LinesReport, request_id: string): Answer {
  if (report.not_written.length === 0) return { status: 200, body: report };
  return {
    status: 503,
    type: 'application/problem+json',
    headers: { 'retry-after': '5' },
    body: {
      type: 'about:blank',
      title: STATUS_CODES[503],
      status: 503,
      detail: 'The disk did not take the lines in `not_written`; send those again.',
      request_id,
      problems: [],
      ...report,
    },
  };
}

/** What routes answer that store one or many. */
export const storedAnswers = {
  200: {
    description: 'what became of each line; or one that is not kept, since its user opted out',
    schema: linesShape.or(collectedShape),
  },
  201: { description: 'it is stored', schema: collectedShape },
  503: {
    description: 'the disk did not take it; send it again',
    type: 'application/problem+json',
    schema: notWrittenShape,
  },
} satisfies Route['answers'];
