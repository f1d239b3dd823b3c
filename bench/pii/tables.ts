import Table from 'cli-table3';
import type { Asked, CorpusScore, ScoreTable, Value } from './result.ts';

/** A table for a terminal: names on the left, numbers on the right. */
export function drawTable({ title, columns, rows }: ScoreTable): string {
  const table = new Table({
    head: [...columns],
    colAligns: columns.map((_, column) => (column === 0 ? 'left' : 'right')),
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map((row) => row.map((value) => shown(value))));
  return `${title}\n${table.toString()}`;
}

/** What is asked of all corpora, what was measured, and whether that is enough. */
export function askedTable(scores: readonly Pick<CorpusScore, 'corpus' | 'asked'>[]): ScoreTable {
  const rows = scores.flatMap(({ corpus, asked }) =>
    asked.map((one): Value[] => [corpus, one.what, limitOf(one), one.measured, isMet(one) ? 'yes' : 'no']),
  );
  return { title: 'figures asked', columns: ['corpus', 'figure', 'asked', 'measured', 'met'], rows };
}

/** For the README: the spans by entity, then what the other corpora say. */
export function markdown(scores: readonly CorpusScore[]): string {
  const [synth] = scores.filter(({ corpus }) => corpus === 'presidio_synth_v2').flatMap(({ tables }) => tables);
  const others = askedTable(scores.filter(({ corpus }) => corpus !== 'presidio_synth_v2'));
  return [synth, others]
    .flatMap((table) => (table === undefined || table.rows.length === 0 ? [] : [markdownTable(table)]))
    .join('\n\n');
}

function markdownTable({ columns, rows }: ScoreTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(columns), line(rule), ...rows.map((row) => line(row.map((value) => shown(value).trim())))].join('\n');
}

export function isMet({ least, most, measured }: Asked): boolean {
  if (measured === null) return false;
  return measured >= (least ?? Number.NEGATIVE_INFINITY) && measured <= (most ?? Number.POSITIVE_INFINITY);
}

function limitOf({ least, most }: Asked): string {
  return least === undefined ? `at most ${most}` : `at least ${least}`;
}

/** Shares with three decimals, cut and not rounded: 0.9899 is not 0.990. */
function shown(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string' || Number.isInteger(value)) return String(value);
  return (Math.floor(value * 1000) / 1000).toFixed(3);
}
