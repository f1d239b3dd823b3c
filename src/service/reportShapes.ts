import { z } from 'zod';

/** Numbers of a data folder as they are answered: what `curate stats --json` and `curate progress --json` print. */

const count = z.number().int().min(0);
const share = z.number().min(0).max(1).nullable();
const day = z.iso.date();
const counts = z.record(z.string(), count);
const lengths = z.object({ mean: z.number(), p50: z.number(), p95: z.number(), max: z.number() });

export const statsShape = z
  .looseObject({
    lines: count,
    blank: count,
    pending: count,
    malformed: count,
    records: count,
    kept: count,
    examples: count.optional().describe('where exchanges are joined to sessions'),
    sessions: count,
    users: count,
    days: z.array(z.object({ date: day, records: count, kept: count })),
    quality_rate: share,
    feedback: z.object({
      entries: count,
      joined: count,
      orphans: count,
      malformed: count,
      rated: count,
      rate: share,
      positive_rate: share,
      mean_stars: z.number().min(1).max(5).nullable(),
      stars: counts,
      comments: count,
      corrections: count,
    }),
    languages: counts,
    intents: counts,
    frameworks: counts,
    complexity: counts,
    lengths: z.object({ user: lengths, assistant: lengths }),
    dropped: z.object({ total: count, by_reason: counts }),
    quarantine: counts,
    changed: counts,
    funnel: z.array(z.object({ stage: z.string(), in: count, dropped: count, reasons: counts })),
  })
  .describe('what `curate stats --json` prints');

const someDay = day.nullable();

export const progressShape = z
  .object({
    goal: count,
    kept: count,
    percent: z.number().min(0),
    per_day: z.number(),
    per_day_7: z.number(),
    per_day_28: z.number(),
    as_of: someDay,
    eta: someDay,
    eta_range: z.tuple([someDay, someDay]),
    reached_on: someDay,
    milestones: z.array(
      z.object({ at: z.number(), name: z.string(), reached: z.boolean(), on: someDay, expected: someDay }),
    ),
    targets: z.array(
      z.object({ name: z.string(), value: z.number().nullable(), target: z.number(), met: z.boolean() }),
    ),
    days: z.array(z.object({ date: day, kept: count })),
  })
  .describe('what `curate progress --json` prints');
