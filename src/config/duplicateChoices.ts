import { z } from 'zod';
import { COMPARE_BY } from '../pipeline/dedup/comparedTurns.ts';
import { PREFERENCES } from '../pipeline/preference.ts';

/** Options of `dedup`: what is compared, and which of several stays. */
export const duplicateChoices = {
  by: z
    .enum(COMPARE_BY)
    .default('conversation')
    .describe(
      'what is compared: the whole `conversation`, what the assistant says in it (`answer`), or what the user says (`prompt`)',
    ),
  max_per_prompt: z
    .number()
    .int()
    .min(1)
    // Ours: one of several duplicates stays, whatever they are told by.
    .default(1)
    .describe('with `by: prompt`: most conversations that ask the same, or nearly'),
  snapshots: z
    .boolean()
    .default(true)
    .describe('of lines that each repeat the earlier turns of one growing chat, the longest is kept'),
  keep: z
    .array(z.enum(PREFERENCES))
    .min(1)
    .refine((list) => new Set(list).size === list.length, 'each may be named once')
    // Ours: what users said counts most, and a longer answer has more to learn from.
    .default([...PREFERENCES])
    .describe(
      'which of several stays: the first of these that tells them apart decides, at last their order in the logs',
    ),
  pool_feedback: z
    .boolean()
    .default(false)
    .describe(
      'the one that stays is rated by the feedback on all its duplicates; when their mean is too low (`feedback.min_stars`), none of them stays',
    ),
};
