import { z } from 'zod';
import type { FacetName } from '../pipeline/conversation.ts';

const cap = z.number().int().min(1).nullable().default(null);

export const capsSchema = z
  .strictObject({
    max_per_user: cap.describe('most examples of one user; null: no cap'),
    max_per_prompt: cap.describe('most examples with the same first question; null: no cap'),
    max_per_language: cap.describe('most examples in one language; null: no cap'),
    max_per_intent: cap.describe('most examples with one intent; null: no cap'),
    max_per_framework: cap.describe('most examples about one framework; null: no cap'),
    max_per_complexity: cap.describe('most examples of one complexity; null: no cap'),
    max_per_model: cap.describe('most examples by one model; null: no cap'),
    max_per_source: cap.describe('most examples from one source; null: no cap'),
    max_per_context: cap.describe('most examples from one context; null: no cap'),
  })
  .describe('keeps a few from filling the data set');

const share = z.number().min(0).max(1);

export const mixSchema = z
  .strictObject({
    max_synthetic: share
      .nullable()
      .default(null)
      .describe('largest share of the train split with the `source` synthetic; null: no limit'),
    // Ours: a model is to be measured by what people asked and were told, not by what another model made up.
    synthetic_in_test: z.boolean().default(false).describe('lets synthetic examples into val and test, too'),
  })
  .describe('how many examples may be made up');

/** Ours: decimal shares such as 0.7 + 0.2 + 0.1 miss 1 by a rounding error of about 1e-16. */
const ROUNDING = 1e-9;

const sharesOf = (facet: FacetName) =>
  z
    .record(z.string().min(1), share)
    .default({})
    .superRefine((shares, context) => {
      const sum = Object.values(shares).reduce((total, one) => total + one, 0);
      if (sum <= 1 + ROUNDING) return;
      const message = `shares must add up to 1 or less; these are ${Number(sum.toFixed(6))}`;
      context.addIssue({ code: 'custom', message });
    })
    .describe(`wanted shares by ${facet}; what is left of 1 is for those that are not named; empty: as they come`);

export const balanceSchema = z
  .strictObject({
    language: sharesOf('language'),
    intent: sharesOf('intent'),
    framework: sharesOf('framework'),
    complexity: sharesOf('complexity'),
    model: sharesOf('model'),
    source: sharesOf('source'),
    context: sharesOf('context'),
  })
  .describe('shares of labels in the train split, by sampling it down');
