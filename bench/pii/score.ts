/** A stretch of text, in UTF-16 units, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What two stretches share as a part of what they cover together, 0 to 1. */
export function overlapOf(one: Stretch, other: Stretch): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  if (shared <= 0) return 0;
  return shared / (one.end - one.start + (other.end - other.start) - shared);
}

/** F-beta of precision and recall (van Rijsbergen 1979); `null` when one of them is. F2 weighs recall four times. */
export function fBeta(precision: number | null, recall: number | null, beta: number): number | null {
  if (precision === null || recall === null) return null;
  const weight = beta * beta;
  const below = weight * precision + recall;
  return below === 0 ? 0 : ((1 + weight) * precision * recall) / below;
}

export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/**
 * Pairs `trues` with `found`, one to one, those that overlap most first; an overlap below `least` is no match. Above a
 * half the result is the best there is, as no stretch can overlap two others so far that do not overlap each other.
 * @returns for each of `trues` the place of its partner, or -1
 */
export function matchOneToOne<True, Found>(
  trues: readonly True[],
  found: readonly Found[],
  overlap: (one: True, other: Found) => number,
  least: number,
): number[] {
  const pairs = trues.flatMap((one, of) =>
    found.map((other, by) => ({ of, by, overlap: overlap(one, other) })).filter((pair) => pair.overlap >= least),
  );
  pairs.sort((a, b) => b.overlap - a.overlap || a.of - b.of || a.by - b.by);
  const partners = trues.map(() => -1);
  const taken = new Set<number>();
  for (const { of, by } of pairs) {
    if (partners[of] !== -1 || taken.has(by)) continue;
    partners[of] = by;
    taken.add(by);
  }
  return partners;
}

/** How many units of `stretch` lie in one of `others`, as a share. @param others in the order of their beginnings */
export function coveredShare(stretch: Stretch, others: readonly Stretch[]): number {
  let covered = 0;
  let from = stretch.start;
  for (const { start, end } of others) {
    covered += Math.max(0, Math.min(end, stretch.end) - Math.max(start, from));
    from = Math.max(from, end);
  }
  return covered / Math.max(1, stretch.end - stretch.start);
}

/** What was counted of one entity. */
export class Tally {
  /** Values that are there, and those of them that were found. */
  true = 0;
  hit = 0;
  /** Those that lie in findings of whatever kind nearly wholly: they would be scrubbed, if by another name. */
  covered = 0;
  /** Findings that are right, and that are not. */
  right = 0;
  wrong = 0;

  get precision(): number | null {
    return shareOf(this.right, this.right + this.wrong);
  }

  get recall(): number | null {
    return shareOf(this.hit, this.true);
  }

  get f2(): number | null {
    return fBeta(this.precision, this.recall, 2);
  }
}

/** Tallies by name, in the order in which they were first asked for. */
export class Tallies {
  readonly #tallies = new Map<string, Tally>();

  of(name: string): Tally {
    const known = this.#tallies.get(name);
    if (known !== undefined) return known;
    const tally = new Tally();
    this.#tallies.set(name, tally);
    return tally;
  }

  entries(): (readonly [string, Tally])[] {
    return [...this.#tallies];
  }
}
