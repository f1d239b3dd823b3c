import type { Decisions } from '../pipeline/decisions.ts';
import { SPLITS } from '../pipeline/split/assign.ts';
import type { Cluster, ClusterMember, ClustersReport } from '../report/clusterTypes.ts';
import type { Decided } from './decideProject.ts';
import { fileOfRow } from './fileOfRow.ts';
import type { Project } from './project.ts';
import { readRows } from './readRow.ts';
import { keptFor, similarityOf } from './standsFor.ts';

/** Members of a cluster that are named; a template may have thousands. */
const MOST_MEMBERS = 20;

export interface ClustersAsked {
  /** How many clusters are listed. */
  readonly most: number;
  /** Fewest members of those that count. */
  readonly min: number;
}

/**
 * The largest clusters of duplicates: who is in them, and who stays. Reads the lines of those that are named again, for
 * their ids.
 * @throws CurateError when a log was changed since the survey
 */
export async function clustersReport(
  project: Project,
  { survey, decisions }: Decided,
  { most, min }: ClustersAsked,
): Promise<ClustersReport> {
  const clusters = clustersOf(decisions, min);
  const largest = clusters.slice(0, most).map((items) => keptFirst(decisions, items));
  const named = new Set<number>();
  for (const items of largest) {
    for (const item of items.slice(0, MOST_MEMBERS)) {
      named.add(decisions.firstRow(item));
      named.add(decisions.firstRow(keptFor(decisions, item) ?? item));
    }
  }
  const lines = await readRows(survey, [...named], project.plans.read);
  const idOf = (item: number): string => lines.get(decisions.firstRow(item))?.id ?? '';
  const memberOf = (item: number): ClusterMember => {
    const row = decisions.firstRow(item);
    const kept = decisions.isKept(item);
    const stays = keptFor(decisions, item);
    return {
      id: idOf(item),
      file: survey.files[fileOfRow(survey, row)]?.file.name ?? '',
      line: decisions.digest.rows.line[row] ?? 0,
      records: decisions.sizeOf(item),
      kept,
      split: kept ? (SPLITS[decisions.split[item] ?? -1] ?? null) : null,
      reason: kept ? null : (decisions.reasons[(decisions.verdict[row] ?? 0) - 1] ?? null),
      kept_id: stays === undefined ? null : idOf(stays),
      similarity: stays === undefined ? null : similarityOf(decisions, item, stays),
    };
  };
  return {
    min,
    clusters: clusters.length,
    conversations: clusters.reduce((sum, { length }) => sum + length, 0),
    kept: clusters.reduce((sum, items) => sum + keptIn(decisions, items), 0),
    largest: largest.map(
      (items): Cluster => ({
        size: items.length,
        kept: keptIn(decisions, items),
        members: items.slice(0, MOST_MEMBERS).map(memberOf),
      }),
    ),
  };
}

/** The items of every cluster of so many, the largest first, then in the order of the logs. */
function clustersOf({ leader, itemCount }: Decisions, min: number): number[][] {
  const sizes = new Uint32Array(itemCount);
  for (const first of leader) sizes[first] = (sizes[first] ?? 0) + 1;
  const found = new Map<number, number[]>();
  for (let item = 0; item < itemCount; item++) {
    const first = leader[item] ?? item;
    if ((sizes[first] ?? 0) < min) continue;
    const members = found.get(first);
    if (members === undefined) found.set(first, [item]);
    else members.push(item);
  }
  return [...found.values()].sort((one, other) => other.length - one.length || (one[0] ?? 0) - (other[0] ?? 0));
}

function keptFirst(decisions: Decisions, items: readonly number[]): number[] {
  return [...items.filter((item) => decisions.isKept(item)), ...items.filter((item) => !decisions.isKept(item))];
}

function keptIn(decisions: Decisions, items: readonly number[]): number {
  return items.filter((item) => decisions.isKept(item)).length;
}
