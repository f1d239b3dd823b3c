import { uniform } from '../../measures/hash.ts';

export const SPLITS = ['train', 'val', 'test'] as const;
export type SplitName = (typeof SPLITS)[number];

/** An item that goes nowhere. */
export const NO_SPLIT = 255;

export interface SplitOptions {
  readonly train: number;
  readonly val: number;
  readonly test: number;
  readonly by: 'session' | 'user';
  readonly seed: number;
}

/**
 * The split of a group: decided by the hash of the group and the seed alone, so no other group, no other day and no
 * other machine can move it.
 * @returns a place in `SPLITS`
 */
export function splitOf(group: number, { train, val, seed }: SplitOptions): number {
  const position = uniform(group, seed);
  if (position < train) return 0;
  return position < train + val ? 1 : 2;
}
