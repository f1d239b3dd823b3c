import type { Decisions } from '../pipeline/decisions.ts';
import type { DecidePlan } from '../pipeline/setStage.ts';
import { selectPairs } from '../pipeline/signals/pairs.ts';
import { selectRated } from '../pipeline/signals/rated.ts';
import { SPLITS } from '../pipeline/split/assign.ts';
import type { ExplainReport } from '../report/types.ts';

/** The rows of formats of ratings that an answer of a conversation stands in; `preference` is told for all formats of pairs. */
export function usedIn(decisions: Decisions, plan: DecidePlan, row: number): ExplainReport['used_in'] {
  const rated = selectRated(decisions, plan).signals.filter(({ answer }) => answer.row === row);
  const labels = rated.map(({ label, split }) => use('kto', label ? 'desirable' : 'undesirable', split));
  const pairs = selectPairs(decisions, plan).signals.flatMap(({ answer, rejected, split }) => {
    const uses = [];
    if (answer.row === row) uses.push(use('preference', rejected === undefined ? 'rejected' : 'chosen', split));
    if (rejected?.row === row) uses.push(use('preference', 'rejected', split));
    return uses;
  });
  return [...labels, ...pairs];
}

function use(format: string, as: string, split: number): ExplainReport['used_in'][number] {
  return { format, as, split: SPLITS[split] ?? '' };
}
