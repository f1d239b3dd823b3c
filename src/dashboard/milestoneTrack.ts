import { longDate } from '../report/dates.ts';
import type { MilestoneReport, ProgressReport } from '../report/progressTypes.ts';
import { integer } from './format.ts';

/** A step on the way to the goal. */
export interface TrackStep {
  readonly at: string;
  readonly name: string;
  readonly state: 'reached' | 'next' | 'ahead';
  readonly words: string;
  /** How much of the way from the milestone before is done: 0 to 1. */
  readonly share: number;
}

/** Milestones in order, and the goal after them where none stands for it. Each step is as long as the others, since they grow tenfold. */
export function milestoneTrack(progress: ProgressReport): TrackStep[] {
  const { kept, goal, eta, reached_on, milestones } = progress;
  const last: MilestoneReport = { at: goal, name: 'goal', reached: kept >= goal, on: reached_on, expected: eta };
  const all = milestones.some(({ at }) => at === goal) ? milestones : [...milestones, last].sort((a, b) => a.at - b.at);
  const next = all.findIndex(({ reached }) => !reached);
  return all.map((milestone, place) => {
    const from = all[place - 1]?.at ?? 0;
    const share = Math.min(Math.max((kept - from) / (milestone.at - from), 0), 1);
    const state = milestone.reached ? 'reached' : place === next ? 'next' : 'ahead';
    return { at: integer(milestone.at), name: milestone.name, state, words: milestoneWords(milestone, kept), share };
  });
}

function milestoneWords({ at, reached, on, expected }: MilestoneReport, kept: number): string {
  if (reached) return on === null ? '✓ reached' : `✓ ${longDate(on)}`;
  return expected === null ? `${integer(at - kept)} to go` : `about ${longDate(expected)}`;
}
