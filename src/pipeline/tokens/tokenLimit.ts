import type { PlannedStage } from '../recordPlan.ts';

/** The stage that sets the limit; for joined sessions, which it does not see, a set stage holds them to it. */
export const MAX_TOKENS = 'max_tokens';

/** How long an example may be, and what becomes of a longer one. */
export interface TokenLimit {
  readonly max: number;
  readonly cut: 'front' | 'drop';
}

/** The limit that a pipeline sets; `null` for none. */
export function tokenLimitOf(stages: readonly PlannedStage[]): TokenLimit | null {
  const options = stages.find(({ use }) => use === MAX_TOKENS)?.options;
  if (options === undefined) return null;
  return { max: Number(options.max), cut: options.cut === 'drop' ? 'drop' : 'front' };
}
