import { z } from 'zod';

/** Where an outside recogniser answers, and what is asked of it. */
export const recognizerSchema = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/, error: 'must be an http or https address, such as http://localhost:5002/analyze' })
      // Node refuses to send to such an address, and it would stand in errors and manifests.
      .refine((url) => !/^https?:\/\/[^/?#]*@/i.test(url), 'must hold no user name or password')
      .describe("the address of its `analyze` (Presidio's REST interface)"),
    language: z.string().min(2).default('en').describe('the language that it is asked to read'),
    entities: z
      .array(z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of an entity, such as PERSON'))
      .nullable()
      .default(null)
      .describe('the only kinds that it is asked for; null: all that it knows'),
    min_score: z.number().min(0).max(1).default(0.5).describe('findings it is less sure of do not count'),
    timeout_ms: z
      .number()
      .int()
      .min(1)
      // Ours: a model on a processor reads a long message in a second or two.
      .default(10_000)
      .describe('longest wait for one answer; then the run ends with an error, and nothing is written'),
  })
  .nullable()
  .default(null)
  .describe(
    'a service that finds personal data which no pattern tells, such as Presidio with a language model: every message is sent to it; null: none',
  );

export type RecognizerOptions = NonNullable<z.output<typeof recognizerSchema>>;
