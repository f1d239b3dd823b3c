import type { EntityFinding } from '../../src/pipeline/scrub/finder.ts';
import { ASKED, TITLES } from './entities.ts';
import { scrubbedOf } from './finding.ts';
import type { Asked, Value } from './result.ts';
import { coveredShare, overlapOf, type Stretch, type Tally } from './score.ts';

/** Issue 4: a span is found when it agrees with a finding by so much, and the type is right. */
export const LEAST_OVERLAP = 0.9;

/** A span as the corpus has it, by its own name of the type. */
export interface TrueSpan extends Stretch {
  readonly type: string;
}

/** The title before a name, `Dr.`, may be in a finding or not. */
export function overlapWithTitle(text: string, all: readonly TrueSpan[]): (one: Stretch, other: Stretch) => number {
  const titles = all.filter(({ type }) => TITLES.has(type));
  return (one, other) => {
    const title = titles.find(({ end }) => end <= one.start && text.slice(end, one.start).trim() === '');
    const withTitle = title === undefined ? 0 : overlapOf({ start: title.start, end: one.end }, other);
    return Math.max(overlapOf(one, other), withTitle);
  };
}

/** Counts a span that is there. */
export function countTrue(tally: Tally, one: Stretch, hit: boolean, findings: readonly EntityFinding[]): void {
  tally.true++;
  if (hit) tally.hit++;
  if (coveredShare(one, scrubbedOf(findings)) >= LEAST_OVERLAP) tally.covered++;
}

/** The share that would be scrubbed, if by another name. */
export function coveredRate(tally: Tally): number | null {
  return tally.true === 0 ? null : tally.covered / tally.true;
}

/** A row of the table: name, true, found, false alarms, covered, precision, recall, F2. */
export function rowOf(name: string, tally: Tally): Value[] {
  const { true: there, hit, wrong, precision, recall, f2 } = tally;
  return [name, there, hit, wrong, coveredRate(tally), precision, recall, f2];
}

/** What issue 4 asks; of an entity of which it asks nothing, nothing. */
export function askedOf(entity: string, { precision, recall }: Tally): Asked[] {
  const asked = ASKED.get(entity);
  if (asked === undefined) return [];
  return [
    { what: `${entity}: precision`, least: asked.precision, measured: precision },
    { what: `${entity}: recall`, least: asked.recall, measured: recall },
  ];
}
