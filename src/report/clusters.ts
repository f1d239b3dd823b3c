import type { Cluster, ClusterMember, ClustersReport } from './clusterTypes.ts';
import { facts, page, section } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { count, decimal, integer } from './numbers.ts';
import { type Cell, table } from './table.ts';
import { safe, widthOf } from './text.ts';

/** `curate clusters` for people: a table a cluster, with those that stay on top. */
export function renderClusters(report: ClustersReport, look: Look): string {
  const { clusters, conversations, kept, largest } = report;
  if (clusters === 0) return page([`There is no cluster of ${integer(report.min)} conversations or more.`]);
  const summary = facts(
    [
      count(clusters, 'cluster'),
      `${integer(conversations)} conversations`,
      `${integer(kept)} of them kept`,
      largest.length < clusters ? `the ${integer(largest.length)} largest below` : '',
    ],
    look,
    2,
  );
  return page(section('Duplicates', summary, look), ...largest.map((cluster) => clusterLines(cluster, look)));
}

const MOST_OF_ID = 40;
/** What a line takes beside the id and the place: indent, gaps, similarity and the longest word of what became of it. */
const BESIDE = 31;

/** Ids are what `curate explain` takes, so they are whole where they can be, and places in the logs stand where there is room. */
function clusterLines({ size, kept, members }: Cluster, look: Look): string[] {
  const widest = (words: readonly string[]): number => Math.max(...words.map((word) => widthOf(safe(word))), 0);
  const ids = Math.min(widest(members.map(({ id }) => id)), MOST_OF_ID);
  const places = ids + widest(members.map(placeOf)) + BESIDE <= look.width;
  const lines = table(
    [
      { title: 'id', most: MOST_OF_ID, fill: true },
      ...(places ? [{ title: 'from' }] : []),
      { title: 'alike', align: 'right' },
      { title: 'goes to' },
    ],
    members.map((member) => cellsOf(member, places, look)),
    look,
  );
  const rest = size - members.length;
  const more = rest > 0 ? [look.paint.dim(`${signsOf(look).cut} ${integer(rest)} more`)] : [];
  return section(`${integer(size)} alike`, [...lines, ...more], look, `${integer(kept)} kept`);
}

function placeOf({ file, line }: ClusterMember): string {
  return `${file}:${line}`;
}

function cellsOf(member: ClusterMember, places: boolean, { paint }: Look): Cell[] {
  const { id, similarity, split, reason, kept } = member;
  const fate = kept ? (split ?? '') : (reason ?? '').replace(/^.*\./, '');
  return [
    kept ? { text: id, paint: paint.green } : id,
    ...(places ? [placeOf(member)] : []),
    kept || similarity === null ? '' : decimal(similarity, 2),
    { text: fate, paint: kept ? paint.green : paint.dim },
  ];
}
