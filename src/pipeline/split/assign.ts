import { uniform } from '../../measures/hash.ts';
import type { FacetName } from '../conversation.ts';
import type { SplitKey } from './groupKeys.ts';

export const SPLITS = ['train', 'val', 'test'] as const;
export type SplitName = (typeof SPLITS)[number];

/** An item that goes nowhere. */
export const NO_SPLIT = 255;

export interface SplitShares {
  readonly train: number;
  readonly val: number;
  readonly test: number;
}

export interface SplitOptions extends SplitShares {
  readonly by: SplitKey | readonly SplitKey[];
  /** Of what the shares hold for each value by itself. */
  readonly stratify: 'rating' | FacetName | null;
  readonly seed: number;
}

/**
 * The split of a group: decided by the hash of the group and the seed alone, so no other group, no other day and no
 * other machine can move it.
 * @returns a place in `SPLITS`
 */
export function splitOf(group: number, { train, val, seed }: Pick<SplitOptions, 'train' | 'val' | 'seed'>): number {
  const position = uniform(group, seed);
  if (position < train) return 0;
  return position < train + val ? 1 : 2;
}
