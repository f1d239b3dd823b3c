import { z } from 'zod';
import { scrubOptions } from '../pipeline/scrub/scrub.ts';

/** The section `privacy`: what the `scrub` stage does, and what is kept of whom and for how long. */
export const privacySchema = scrubOptions
  .extend({
    opt_out: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .describe(
        'a file of users, one id or pseudonym a line, whose conversations and feedback are left out; relative to the data folder; null: none',
      ),
    retention_days: z
      .number()
      .int()
      .min(1)
      // Ours: a quarter of a year is time enough to curate a log, and what few privacy officers refuse.
      .default(90)
      .describe('`curate prune` removes raw logs that are older, once they were curated'),
    hashed_ids: z
      .enum(['keep', 'hash'])
      .default('keep')
      .describe(
        'what becomes of ids that come hashed (`user_hash`, `session_hash`): they leave as they are (`keep`), or are hashed once more (`hash`)',
      ),
  })
  .describe('what the `scrub` stage removes and puts in its place; who is left out; how long raw logs are kept');
