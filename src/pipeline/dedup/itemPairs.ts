import type { Decisions } from '../decisions.ts';
import type { DecidePlan } from '../setStage.ts';

/** Which items are duplicates of which. */
export interface ItemPairs {
  /** How similar two items are, 0 to 1; 1 where they are told by the same. Nothing where they are no duplicates. */
  between(one: number, other: number): number | undefined;
  /** They are told by the same, to the word. */
  areEqual(one: number, other: number): boolean;
  /** What stands for its text: equal for items that are told by the same. */
  textOf(item: number): number;
  /** What stands for the texts that are known to resemble its own; of thousands that all do, some. */
  nearTexts(item: number): readonly number[];
}

/** What is known of duplicates once they are clustered. */
export interface Clustered {
  readonly pairs: ItemPairs;
  /** By row: the first row of its cluster, each compared by itself. */
  readonly leaderOfRow: Uint32Array;
}

/** Before anything was compared. */
export const NO_CLUSTERS: Clustered = {
  pairs: { between: () => undefined, areEqual: () => false, textOf: (item) => item, nearTexts: () => [] },
  leaderOfRow: new Uint32Array(0),
};

/** Items of one row each, compared by their texts. */
export function rowItemPairs(decisions: Decisions, { dedup }: DecidePlan): ItemPairs {
  const { near, digest } = decisions;
  const comparedOf = (item: number): number | undefined => digest.rows.compared[decisions.firstRow(item)];
  return {
    between: (one, other) => alikeRows(decisions, dedup, decisions.firstRow(one), decisions.firstRow(other)),
    areEqual: (one, other) => comparedOf(one) === comparedOf(other),
    textOf: (item) => near.firstOf(decisions.firstRow(item)),
    nearTexts: (item) => near.of(decisions.firstRow(item)).map(({ row }) => row),
  };
}

/** How similar two rows are that the record stages keep; nothing where they are no duplicates. */
export function alikeRows(
  { digest, near }: Decisions,
  { exact, near: { enabled } }: DecidePlan['dedup'],
  one: number,
  other: number,
): number | undefined {
  const { compared } = digest.rows;
  if ((exact || enabled) && compared[one] === compared[other]) return 1;
  return enabled ? near.between(one, other) : undefined;
}
