import Table from 'cli-table3';
import type { Case } from './cases.ts';
import { type Figure, verdictOf } from './figures.ts';
import type { RecordedLog } from './logs.ts';
import type { StepCost } from './reports.ts';
import type { Results } from './results.ts';

/** What the log holds, so that everyone sees what the figures are of. */
export function contents(made: RecordedLog): string {
  const percent = (share: number) => `${fixed(share * 100, 1)} %`;
  const { question, answer, languages } = made;
  const spoken = Object.entries(languages).map(([language, share]) => `${language} ${percent(share)}`);
  return [
    `${made.exchanges} exchanges in ${made.days} days, ${fixed(made.bytes / 1e6)} MB, ${made.sessions} sessions, up to ${made.users} users`,
    `characters: question ${fixed(question.mean)} (median ${question.median}, 95 % ${question.p95}), answer ${fixed(answer.mean)} (median ${answer.median}, 95 % ${answer.p95})`,
    `said again: ${percent(made.exact_duplicates)} word by word, ${percent(made.near_duplicates)} nearly; personal data ${percent(made.personal)}; to be cleaned ${percent(made.untidy)}; useless ${percent(made.useless)}`,
    `rated ${percent(made.rated)}, of which ${percent(made.rated_well)} well; ${spoken.join(', ')}`,
  ].join('\n');
}

/** Every case with its time, its rate, its memory, and how many times the floor it took. */
export function caseTable(cases: readonly Case[], results: Results): string {
  const rows = cases.flatMap(({ name, log, floor }) => {
    const seconds = results.median(name);
    if (seconds === undefined) return [];
    const perRow = log === undefined ? undefined : (seconds / log.made.exchanges) * 1e6;
    const rate = log === undefined ? undefined : log.made.bytes / 1e6 / seconds;
    const peak = log === undefined ? undefined : results.peak(name);
    const ratio = floor === undefined ? undefined : results.ratio(name, floor);
    return [[name, fixed(seconds, 3), fixed(perRow, 1), fixed(rate), fixed(peak), fixed(ratio, 2)]];
  });
  return drawn(['', 'seconds', 'µs a row', 'MB/s', 'peak MB', '× floor'], rows);
}

/** What is asked, what was measured, and whether that is enough. @param exchanges of the log that was measured */
export function figureTable(figures: readonly Figure[], exchanges: number): string {
  const rows = figures.map((figure) => [figure.what, asked(figure), told(figure), verdictOf(figure, exchanges)]);
  return drawn(['figures asked', 'asked', 'measured', ''], rows);
}

/** What a conversation costs in each step of the survey that it comes to, and all steps in all. */
export function stepTable(steps: readonly StepCost[]): string {
  if (steps.length === 0) return 'no step was timed';
  const timeOf = ({ conversations, microseconds }: StepCost): number => conversations * microseconds;
  const total = steps.reduce((sum, step) => sum + timeOf(step), 0);
  const all = Math.max(...steps.map(({ conversations }) => conversations));
  const rows = steps.map((step) => [
    step.step,
    fixed(step.microseconds, 2),
    `${fixed((timeOf(step) / total) * 100, 1)} %`,
  ]);
  return drawn(['step of the survey', 'µs each', 'share'], [...rows, ['together', fixed(total / all, 2), '']]);
}

function asked({ most, least, unit }: Figure): string {
  if (most !== undefined) return `at most ${most} ${unit}`;
  return least === undefined ? '' : `at least ${least} ${unit}`;
}

function told({ measured, unit }: Figure): string {
  return measured === undefined ? '' : `${fixed(measured, unit === 's' || unit === '×' ? 2 : 0)} ${unit}`;
}

function fixed(value: number | undefined, digits = 0): string {
  return value?.toFixed(digits) ?? '';
}

/** Names on the left, numbers on the right. */
function drawn(head: readonly string[], rows: readonly string[][]): string {
  const table = new Table({
    head: [...head],
    colAligns: head.map((_, column) => (column === 0 ? 'left' : 'right')),
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows);
  return table.toString();
}
