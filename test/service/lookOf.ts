import type { Look } from '../../src/service/looks/look.ts';
import { progress, stats } from '../report/samples.ts';

/** A look that is known by its number of records. */
export function lookOf(records: number): Look {
  return { stats: { ...stats, records }, progress, comments: [] };
}
