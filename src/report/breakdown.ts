import { bar } from './bars.ts';
import { ranked, sumOf } from './funnel.ts';
import { heading, indented, sideBySide } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { integer } from './numbers.ts';
import { cut, padEnd, padStart, safe, widthOf } from './text.ts';
import type { Counts } from './types.ts';

const MOST_ROWS = 8;
const MOST_LABEL = 18;
const GAP = 4;

/** Widths below this hold one block beside another no longer. */
const TWO_COLUMNS = 76;

export interface Breakdown {
  readonly title: string;
  readonly counts: Counts;
}

/** Several breakdowns, two abreast where the screen has room; each as its own section, those without counts left out. */
export function breakdownSections(breakdowns: readonly Breakdown[], look: Look): string[][] {
  const filled = breakdowns.filter(({ counts }) => sumOf(counts) > 0);
  if (look.width < TWO_COLUMNS) return filled.map((breakdown) => block(breakdown, look.width, look));
  const width = Math.floor((look.width - GAP) / 2);
  const sections: string[][] = [];
  for (let at = 0; at < filled.length; at += 2) {
    const [left = [], right = []] = filled.slice(at, at + 2).map((breakdown) => block(breakdown, width, look));
    sections.push(sideBySide(left, right, width, GAP));
  }
  return sections;
}

/** One breakdown: the largest first, the rest as `other`, all with bars on one scale. */
function block({ title, counts }: Breakdown, width: number, look: Look): string[] {
  const rows = largest(counts);
  const numbers = rows.map(([, count]) => integer(count));
  const numberWidth = Math.max(...numbers.map((number) => number.length));
  const labels = rows.map(([label]) => cut(safe(label), MOST_LABEL, signsOf(look).cut));
  const labelWidth = Math.max(...labels.map(widthOf));
  const room = Math.max(width - 2 - labelWidth - numberWidth - 4, 1);
  const most = Math.max(...rows.map(([, count]) => count));
  const lines = rows.map(([, count], row) => {
    const label = padEnd(labels[row] ?? '', labelWidth);
    return `${label}  ${padStart(numbers[row] ?? '', numberWidth)}  ${bar(count / most, room, look)}`;
  });
  return [...heading(title, look), ...indented(lines)];
}

/** The largest counts, equals by name; what does not fit is added up at the end. */
function largest(counts: Counts): [string, number][] {
  const sorted = ranked(counts);
  if (sorted.length <= MOST_ROWS + 1) return sorted;
  const rest = sorted.slice(MOST_ROWS);
  const others = rest.reduce((sum, [, count]) => sum + count, 0);
  return [...sorted.slice(0, MOST_ROWS), [`other (${integer(rest.length)})`, others]];
}
