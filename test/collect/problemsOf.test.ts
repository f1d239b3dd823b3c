import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { problemsOf } from '../../src/collect/problemsOf.ts';

const schema = z.strictObject({
  metadata: z.record(z.string().max(3), z.number()).optional(),
  tools: z.array(z.record(z.string(), z.number())).optional(),
  messages: z
    .array(z.strictObject({ role: z.enum(['user']), arguments: z.record(z.string(), z.boolean()).optional() }))
    .optional(),
});

test('places are told, and neither the keys of records nor unknown ones nor values', () => {
  const words = fc.string({ minLength: 4 }).map((text) => `zq7${text}`);
  fc.assert(
    fc.property(words, words, (key, value) => {
      const given = {
        metadata: { [key]: value },
        tools: [{ [key]: value }],
        messages: [{ role: value, arguments: { [key]: value }, [key]: 1 }],
        [key]: value,
      };
      const { error } = schema.safeParse(given);
      if (error === undefined) throw new Error('It was taken.');
      const problems = problemsOf(error);
      expect(problems.map(({ path }) => path)).toEqual(
        expect.arrayContaining(['metadata', 'tools', 'messages.0.role', 'messages.0.arguments', 'messages.0', '']),
      );
      expect(JSON.stringify(problems)).not.toContain('zq7');
    }),
  );
});
