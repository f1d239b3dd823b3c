import type { Stretch } from './score.ts';
import { matchOneToOne, overlapOf } from './score.ts';

/** A part of an address as the corpus has it. */
export interface AddressPart extends Stretch {
  /** A street, number, flat or postcode; else a place that only counts beside one. */
  readonly counts: boolean;
}

/** Ours: what may stand between two parts of one address, `, ` or a line break with the quote signs of a mail. */
const BETWEEN = /^[^\p{L}\p{N}]{0,8}$/u;

/**
 * Parts that stand one behind the other, with nothing but signs between them, are one address: the corpus cuts
 * `Puruntie 82`, `Apt. 595`, `LAPPEENRANTA` and `53650` into four.
 * @param parts in order
 */
export function groupedParts(text: string, parts: readonly AddressPart[]): AddressPart[][] {
  const groups: AddressPart[][] = [];
  for (const part of parts) {
    const before = groups.at(-1)?.at(-1);
    if (before !== undefined && BETWEEN.test(text.slice(before.end, part.start))) groups.at(-1)?.push(part);
    else groups.push([part]);
  }
  return groups.filter((group) => group.some(({ counts }) => counts));
}

/** Some parts of an address, one behind the other. */
interface Run extends Stretch {
  readonly parts: readonly AddressPart[];
}

function runsOf(group: readonly AddressPart[]): Run[] {
  return group.flatMap((first, from) =>
    group
      .slice(from)
      .map((last, more) => ({ start: first.start, end: last.end, parts: group.slice(from, from + more + 1) })),
  );
}

/**
 * Which findings are right, and which parts they find. A finding is right when it agrees with some parts of an address that
 * stand one behind the other, the places at its ends with it or not; it finds all the parts among them that count.
 */
export function matchAddresses(
  groups: readonly (readonly AddressPart[])[],
  findings: readonly Stretch[],
  least: number,
): { readonly found: ReadonlySet<AddressPart>; readonly right: ReadonlySet<number> } {
  const found = new Set<AddressPart>();
  const right = new Set<number>();
  const runs = groups.flatMap(runsOf).filter(({ parts }) => parts.some(({ counts }) => counts));
  for (const [at, partner] of matchOneToOne(findings, runs, overlapOf, least).entries()) {
    const run = runs[partner];
    if (run === undefined) continue;
    right.add(at);
    for (const part of run.parts) if (part.counts) found.add(part);
  }
  return { found, right };
}
