import { lastDays } from '../measures/calendar.ts';
import { bar, gauge, twoTone } from './bars.ts';
import { breakdownSections } from './breakdown.ts';
import { dateSpan } from './dates.ts';
import { joinLines } from './feedbackJoin.ts';
import { funnelLines } from './funnel.ts';
import { inputLines } from './inputLines.ts';
import { facts, page, paragraph, section } from './layout.ts';
import type { Look } from './look.ts';
import { count, decimal, integer, percent } from './numbers.ts';
import { type Cell, table } from './table.ts';
import { safe } from './text.ts';
import { timingsSection } from './timings.ts';
import type { FeedbackReport, StatsDay, StatsReport } from './types.ts';

const DAYS_SHOWN = 14;
const BAR_COLUMN = { fill: true, most: 40 } as const;

/** `curate stats` for people: what came in, what is kept, where the rest went, and what the data is made of. */
export function renderStats(report: StatsReport, look: Look): string {
  if (report.records === 0) return renderNothing(report, look);
  return page(
    overview(report, look),
    section('Where rows are lost', funnelLines(report.records, report.funnel, look), look),
    section('Lines read', inputLines(report, report.quarantine, look), look),
    section('Days', dayLines(report, look), look, daysLegend(look)),
    section('Feedback', feedbackLines(report, look), look),
    ...breakdownSections(
      [
        { title: 'Languages', counts: report.languages },
        { title: 'Intents', counts: report.intents },
        { title: 'Frameworks', counts: report.frameworks },
        { title: 'Complexity', counts: report.complexity },
        { title: 'Changed on the way', counts: report.changed },
      ],
      look,
    ),
    section('Lengths in characters', lengthLines(report, look), look),
    section('Tokens', tokenLines(report, look), look, safe(report.tokens?.tokenizer ?? '')),
    timingsSection(report.timings, look),
  );
}

/** What a fresh project sees: how to begin, or why none of its lines is a record. */
function renderNothing(report: StatsReport, look: Look): string {
  const empty =
    'Put files named conversations_YYYY-MM-DD.jsonl into the training_logs folder of your data directory, ' +
    'one JSON object a line with a user_message and an assistant_message, and run this again.';
  const unusable = 'None of the lines is a conversation; `curate check` says what is wrong with them.';
  const title = report.lines === 0 ? 'No logs yet' : 'No records';
  return page(
    section(title, paragraph(report.lines === 0 ? empty : unusable, look), look),
    section('Lines read', inputLines(report, report.quarantine, look), look),
  );
}

function overview(report: StatsReport, look: Look): string[] {
  const { records, kept, days } = report;
  const first = days[0]?.date;
  const last = days.at(-1)?.date;
  const span = first === undefined || last === undefined ? '' : dateSpan(first, last);
  const made = [
    report.examples === undefined ? '' : count(report.examples, 'example'),
    count(report.sessions, 'session'),
    count(report.users, 'user'),
    count(days.length, 'day'),
  ];
  const body = [
    ...paragraph(`${integer(kept)} of ${count(records, 'record')} kept, ${percent(kept / records)}`, look),
    gauge(kept / records, look.width - 2, look),
    ...facts(made, look),
  ];
  return section('Data set', body, look, span);
}

/** The last days as bars as long as their records, the kept part dark. */
function dayLines({ days, records }: StatsReport, look: Look): string[] {
  const last = days.at(-1)?.date;
  const undated = records - days.reduce((sum, day) => sum + day.records, 0);
  const note = undated > 0 ? [`${count(undated, 'record')} without a time`] : [];
  if (last === undefined) return note;
  const shown = lastDays(days, last, DAYS_SHOWN, (date) => ({ date, records: 0, kept: 0 }));
  const known = shown.slice(shown.findIndex((day) => day.records > 0));
  const most = Math.max(...known.map((day) => day.records));
  const digits = integer(most).length;
  const rows = known.map((day): Cell[] => [
    day.date,
    `${integer(day.kept).padStart(digits)} of ${integer(day.records).padStart(digits)}`,
    (room) => dayBar(day, most, room, look),
  ]);
  return [...table([{}, {}, BAR_COLUMN], rows, look), ...note];
}

function dayBar({ records, kept }: StatsDay, most: number, room: number, look: Look): string {
  if (records === 0) return '';
  const columns = Math.max(Math.round((records / most) * room), 1);
  const dark = Math.round((kept / records) * columns);
  return twoTone(dark, columns - dark, look);
}

function daysLegend({ ascii }: Look): string {
  return ascii ? '# kept  . dropped' : '█ kept  ░ dropped';
}

function feedbackLines({ records, feedback }: StatsReport, look: Look): string[] {
  const { rated, rate, positive_rate, mean_stars, comments, corrections } = feedback;
  const said = [
    comments > 0 ? count(comments, 'comment') : '',
    corrections > 0 ? count(corrections, 'correction') : '',
  ];
  if (rated === 0) return joinLines(feedback, look, said);
  return [
    ...paragraph(`${integer(rated)} of ${count(records, 'record')} rated, ${percent(rate)}`, look),
    `${percent(positive_rate)} positive, ${decimal(mean_stars, 2)} stars on average`,
    ...starLines(feedback, look),
    ...joinLines(feedback, look, said),
  ];
}

function starLines({ stars }: FeedbackReport, look: Look): string[] {
  const most = Math.max(...Object.values(stars), 1);
  const rows = [5, 4, 3, 2, 1].map((star): Cell[] => {
    const number = stars[star] ?? 0;
    return [count(star, 'star'), integer(number), (room) => bar(number / most, room, look)];
  });
  return table([{}, { align: 'right' }, BAR_COLUMN], rows, look);
}

/** How long examples are for a model, by powers of two: what a trainer is told to cut at is one of them. */
function tokenLines({ tokens }: StatsReport, look: Look): string[] {
  if (tokens === undefined || tokens.examples === 0) return [];
  const { total, examples, mean, p50, p95, max, histogram } = tokens;
  const most = Math.max(...histogram.map((bin) => bin.examples));
  const rows = histogram.map((bin): Cell[] => [
    `up to ${integer(bin.up_to)}`,
    integer(bin.examples),
    (room) => bar(bin.examples / most, room, look),
  ]);
  const said = [`mean ${integer(mean)}`, `median ${integer(p50)}`, `95 % ${integer(p95)}`, `longest ${integer(max)}`];
  return [
    ...paragraph(`${count(total, 'token')} in ${count(examples, 'example')}`, look),
    ...facts(said, look),
    ...table([{ align: 'right' }, { align: 'right' }, BAR_COLUMN], rows, look),
  ];
}

function lengthLines({ lengths }: StatsReport, look: Look): string[] {
  const numeric = (title: string) => ({ title, align: 'right' }) as const;
  const rows = (['user', 'assistant'] as const).map((role) => {
    const { mean, p50, p95, max } = lengths[role];
    return [role, ...[mean, p50, p95, max].map(integer)];
  });
  return table([{}, numeric('mean'), numeric('median'), numeric('95 %'), numeric('longest')], rows, look);
}
