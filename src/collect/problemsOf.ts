import type { z } from 'zod';
import type { InputProblem } from './types.ts';

/** Ours: whoever has made more mistakes has made one of them everywhere. */
const MOST = 20;

/** What is wrong with an input, by place. Zod's own messages tell kinds and limits; unknown keys are told by number, since they are text, too. */
export function problemsOf(error: z.ZodError): readonly InputProblem[] {
  return error.issues.slice(0, MOST).map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.code === 'unrecognized_keys' ? `${issue.keys.length} unknown keys` : issue.message,
  }));
}
