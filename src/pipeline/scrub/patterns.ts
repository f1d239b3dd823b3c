import { createRequire } from 'node:module';
import { z } from 'zod';
import { contextOf } from './context.ts';
import type { Detector, Span } from './detector.ts';
import { ACTIONS } from './replace.ts';

type Re2 = typeof import('re2js');

let loaded: Re2 | undefined;

/** RE2 runs any pattern in linear time. It is loaded when a config has patterns: 20 ms that others need not wait for. */
function re2(): Re2 {
  if (loaded === undefined) {
    const found: Re2 = createRequire(import.meta.url)('re2js');
    loaded = found;
  }
  return loaded;
}

/** Personal data that only one team knows: a pattern from its config. */
export const patternSchema = z.strictObject({
  entity: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{1,39}$/, 'must be capitals, digits and _, such as EMPLOYEE_ID')
    .describe('the name of its tag'),
  pattern: z
    .string()
    .min(1)
    .superRefine((pattern, context) => {
      const problem = problemOf(pattern);
      if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
    })
    .describe('a regular expression in RE2 syntax, which runs in linear time (no look-around, no back-references)'),
  ignore_case: z.boolean().default(false).describe('takes capitals and small letters for the same'),
  context: z
    .array(z.string().min(2))
    .default([])
    .describe('words of which one must stand near it; none: it counts anywhere'),
  action: z.enum(ACTIONS).default('tag').describe('what becomes of it, as in `entities`'),
});

export type Pattern = z.output<typeof patternSchema>;

function problemOf(pattern: string): string | undefined {
  try {
    if (re2().RE2JS.compile(pattern).matcher('').find())
      return 'matches the empty text, so it would be found everywhere';
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : '';
    return `is no regular expression in RE2 syntax (${why})`;
  }
}

/** The detector of a pattern, which looks at every text. */
export function detectorOfPattern({ entity, pattern, ignore_case, context }: Pattern): Detector {
  return {
    entity,
    summary: 'a pattern of the config',
    score: 0.85,
    unmasked: 4,
    needs: [{}],
    create() {
      const { RE2JS } = re2();
      const compiled = RE2JS.compile(pattern, ignore_case ? RE2JS.CASE_INSENSITIVE : 0);
      const hasContext = context.length === 0 ? undefined : contextOf(context.map(literally));
      return (text) => {
        const spans: Span[] = [];
        const matcher = compiled.matcher(text);
        while (matcher.find()) {
          const span = { start: matcher.start(), end: matcher.end() };
          if (span.end > span.start && hasContext?.(text, span.start, span.end) !== false) spans.push(span);
        }
        return spans;
      };
    },
  };
}

/** A pattern that matches `word` alone. */
function literally(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
