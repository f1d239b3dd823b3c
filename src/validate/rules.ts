import { PROBLEMS, type ProblemName, type Severity } from './problems.ts';

/** How a trainer reads rows, as far as the contract of targets does not say it. Plain data, fit for a worker thread. */
export interface Rules {
  /** `datasets`: takes types of columns from the first rows; `lines`: reads every line by itself. */
  readonly reader: 'datasets' | 'lines';
  /** What it does with keys on top of a row that it does not know. */
  readonly extra_keys: 'refused' | 'ignored';
  /** Turns of ShareGPT may have no keys but `from` and `value`. */
  readonly two_keys_a_turn?: true;
  /** Keys of messages by which it is told not to learn them, of `weight`, `train`, `training` and `loss`. */
  readonly masks: readonly string[];
  /** How arguments of tool calls are written. */
  readonly arguments: 'text' | 'object' | 'either';
  /** `any`: calls have ids, results repeat them; `nine`: of nine letters and digits; `none`: they need none. */
  readonly call_ids: 'any' | 'nine' | 'none';
  /** It looks for an answer in the rendered chat, and finds one of a word in the head of the template. */
  readonly short_answers?: true;
  /** Where its word on a problem differs from the usual; `off` where it is none. */
  readonly severity: Partial<Readonly<Record<ProblemName, Severity | 'off'>>>;
}

export function severityOf(problem: ProblemName, { severity }: Rules): Severity | 'off' {
  return severity[problem] ?? PROBLEMS[problem].severity;
}
