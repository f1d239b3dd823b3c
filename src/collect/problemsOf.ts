import type { z } from 'zod';
import type { InputProblem } from './types.ts';

/** Ours: whoever has made more mistakes has made one of them everywhere. */
const MOST = 20;

/** Fields with records in them, whose keys are the user's: nothing behind them is shown. */
const RECORDS: ReadonlySet<PropertyKey> = new Set(['metadata', 'arguments', 'tools']);

/**
 * What is wrong with an input, by place. Zod's own messages tell kinds and limits; keys that are not ours are text like any other, so
 * unknown ones are told by number, and paths end where the user's own keys begin.
 */
export function problemsOf(error: z.ZodError): readonly InputProblem[] {
  return error.issues.slice(0, MOST).map((issue) => ({
    path: shown(issue.path),
    message: issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys.length) : issue.message,
  }));
}

function shown(path: readonly PropertyKey[]): string {
  const record = path.findIndex((key) => RECORDS.has(key));
  return (record === -1 ? path : path.slice(0, record + 1)).map(String).join('.');
}

function unknownKeys(count: number): string {
  return count === 1 ? '1 unknown key' : `${count} unknown keys`;
}
