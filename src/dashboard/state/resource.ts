import type { Failure, Outcome } from './outcome.ts';

/** What the page knows of one thing that it asks for. What was shown stays when a later answer fails. */
export interface Resource<Value> {
  readonly value: Value | undefined;
  /** When `value` came, in milliseconds; nothing before it did. */
  readonly at: number | undefined;
  /** Why the newest answer is not there. */
  readonly failure: Failure | undefined;
}

export const UNKNOWN: Resource<never> = { value: undefined, at: undefined, failure: undefined };

/** After an answer. Who may not see something (any more) no longer sees what came before. */
export function answered<Value>(before: Resource<Value>, outcome: Outcome<Value>, now: number): Resource<Value> {
  if (outcome.kind === 'ok') return { value: outcome.value, at: now, failure: undefined };
  if (outcome.kind === 'token' || outcome.kind === 'role') return { ...UNKNOWN, failure: outcome };
  return { ...before, failure: outcome };
}
