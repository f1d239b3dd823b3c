import type { Cluster, ClusterMember, ClustersReport } from './clusterTypes.ts';
import { facts, page, section } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { count, decimal, integer } from './numbers.ts';
import { type Cell, table } from './table.ts';
import { safe } from './text.ts';

/** `curate clusters` for people: a table a cluster, with those that stay on top. */
export function renderClusters(report: ClustersReport, look: Look): string {
  const { clusters, conversations, kept, largest } = report;
  if (clusters === 0) return page([`No ${integer(report.min)} conversations or more say the same.`]);
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

function clusterLines({ size, kept, members }: Cluster, look: Look): string[] {
  const more = size - members.length;
  const lines = table(
    [
      { title: 'id', most: 28 },
      { title: 'from', most: 40, fill: true },
      { title: 'alike', align: 'right' },
      { title: 'goes to' },
    ],
    members.map((member) => cellsOf(member, look)),
    look,
  );
  const rest = more > 0 ? [look.paint.dim(`${signsOf(look).cut} ${integer(more)} more`)] : [];
  return section(`${integer(size)} alike`, [...lines, ...rest], look, `${integer(kept)} kept`);
}

function cellsOf(member: ClusterMember, { paint }: Look): Cell[] {
  const { id, file, line, similarity, split, reason, kept } = member;
  const fate = kept ? (split ?? '') : (reason ?? '').replace(/^.*\./, '');
  return [
    { text: safe(id), paint: kept ? paint.green : (text) => text },
    `${file}:${line}`,
    kept || similarity === null ? '' : decimal(similarity, 2),
    { text: fate, paint: kept ? paint.green : paint.dim },
  ];
}
