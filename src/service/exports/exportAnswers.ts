import { z } from 'zod';
import type { ExportJob } from '../context.ts';
import type { Answer } from '../route.ts';

export const exportShape = z
  .object({
    id: z.string(),
    format: z.string(),
    status: z
      .enum(['waiting', 'running', 'done', 'failed', 'replaced'])
      .describe('`replaced`: a later export stands in its place'),
    requested: z.iso.datetime(),
    ended: z.iso.datetime().nullable(),
    report: z.unknown().describe('what `curate export --json` printed, as far as it is known'),
    problem: z.string().nullable().describe('why it failed'),
    files: z.array(z.object({ name: z.string(), bytes: z.number().int().min(0) })).describe('what may be fetched'),
  })
  .describe('an export');

/** What may be said of an export that is asked for. */
export const exportRequest = z
  .strictObject({
    format: z.string().min(1).max(100).optional().describe("one format, or `all`; the config's where it is missing"),
    container: z.enum(['auto', 'jsonl', 'json', 'parquet', 'csv']).optional(),
  })
  .optional();

/** It was taken: where to ask how it goes. */
export function accepted(job: ExportJob): Answer {
  return { status: 202, body: job, headers: { location: `/v1/exports/${job.id}`, 'cache-control': 'no-store' } };
}

export const acceptedAnswers = {
  202: { description: 'it waits or runs; `Location` says where to ask how it goes', schema: exportShape },
  400: { description: 'there is no such format', type: 'application/problem+json' },
  429: { description: 'ten exports are waiting already', type: 'application/problem+json' },
} as const;
