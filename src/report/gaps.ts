import { bar } from './bars.ts';
import { page, paragraph, section } from './layout.ts';
import type { Look } from './look.ts';
import { count, integer, percent } from './numbers.ts';
import { type Cell, table } from './table.ts';
import type { FacetGaps, GapsReport, LabelGap } from './types.ts';

/** Labels shown of one facet; the rest is counted. */
const MOST_LABELS = 12;
const LONGEST_LABEL = 30;
/** Columns that the numbers and the shortest bar take beside a label. */
const ROOM_OF_NUMBERS = 42;

const WHENCE: Readonly<Record<FacetGaps['by'], string>> = {
  balance: 'shares of `balance`',
  goal: 'share of `goal.feedback_rate`',
  even: 'the same share for each',
};

/** `curate gaps` for people: for each facet the labels below their share, and how many examples are missing at the goal. */
export function renderGaps({ goal, examples, facets }: GapsReport, look: Look): string {
  const intro = `${count(examples, 'example')} of ${integer(goal)}; missing is what has to come until then.`;
  const nothing = paragraph('Nothing is below its share.', look);
  return page(
    section('Gaps', [...paragraph(intro, look), ...(facets.length === 0 ? nothing : [])], look),
    ...facets.map((facet) => section(facet.facet, facetLines(facet, look), look, WHENCE[facet.by])),
  );
}

function facetLines({ labels }: FacetGaps, look: Look): string[] {
  const numeric = (title: string) => ({ title, align: 'right' }) as const;
  const columns = [
    { most: Math.min(LONGEST_LABEL, look.width - ROOM_OF_NUMBERS) },
    numeric('examples'),
    numeric('share'),
    numeric('wanted'),
    numeric('missing'),
    { fill: true, most: 20 } as const,
  ];
  const rows = labels
    .slice(0, MOST_LABELS)
    .map((gap): Cell[] => [
      gap.label,
      integer(gap.examples),
      percent(gap.share),
      percent(gap.wanted),
      integer(gap.missing),
      (room) => bar(filled(gap), room, look),
    ]);
  const more = labels.length - MOST_LABELS;
  return [...table(columns, rows, look), ...(more > 0 ? [`and ${count(more, 'label')} more`] : [])];
}

/** How much of its share a label has. */
function filled({ share, wanted }: LabelGap): number {
  return wanted === 0 ? 1 : (share ?? 0) / wanted;
}
