import { dateSpan, longDate } from '../dates.ts';
import { forecastWords } from '../forecastWords.ts';
import { count, decimal, integer, percent, shareOf } from '../numbers.ts';
import { targetValue } from '../progress.ts';
import type { MilestoneReport, PageData, ProgressReport } from '../types.ts';
import { unbroken } from './card.ts';
import { type Html, html } from './html.ts';

/** Title, the numbers that count most, and the way to the goal. */
export function headHtml(data: PageData): Html {
  const { stats, progress } = data;
  const first = stats.days[0]?.date;
  const last = stats.days.at(-1)?.date;
  const span = first === undefined || last === undefined ? 'no day yet' : dateSpan(first, last);
  const people = [
    ...(stats.sessions > 0 ? [count(stats.sessions, 'session')] : []),
    ...(stats.users > 0 ? [count(stats.users, 'user')] : []),
  ];
  return html`<header><h1>Data set report</h1><p>${[span, ...people].join(', ')}</p></header>
<section class="tiles" aria-label="Main numbers">${tiles(data)}</section>
${wayHtml(progress)}`;
}

function tiles({ stats, progress }: PageData): Html[] {
  const target = (name: string): string => {
    const found = progress.targets.find((one) => one.name === name);
    if (found === undefined) return '';
    return `${found.met ? '✓ met' : '✗ not met'}: target ${targetValue(name, found.target)}`;
  };
  return [
    tile(
      'records',
      'Conversations',
      integer(stats.records),
      `${integer(stats.lines)} lines read, ${integer(stats.malformed)} unusable`,
    ),
    tile('kept', 'Kept', integer(stats.kept), `${percent(stats.quality_rate)} of them`),
    tile('rated', 'Rated', percent(stats.feedback.rate), target('feedback_rate')),
    tile('positive', 'Rated well', percent(stats.feedback.positive_rate), target('positive_rate')),
  ];
}

function tile(id: string, name: string, value: string, note: string): Html {
  return html`<div class="tile"><h2>${name}</h2><p class="value" id="tile-${id}">${value}</p><p class="note">${unbroken(note)}</p></div>`;
}

/** The way to the goal as a bar with the milestones below it; the bar is a picture of the sentence. */
function wayHtml(progress: ProgressReport): Html {
  const { kept, goal } = progress;
  const share = Math.min(shareOf(kept, goal) ?? 0, 1);
  const done = decimal(share * 1000, 1).replaceAll(',', '');
  const milestones = progress.milestones.map(
    (milestone) => html`<li><b>${integer(milestone.at)}</b> ${milestone.name}: ${milestoneWords(milestone)}</li>`,
  );
  const marks = progress.milestones
    .filter(({ at }) => at < goal)
    .map(({ at }) => html`<rect class="mark" x="${Math.round((at / goal) * 1000)}" y="0" width="2" height="24"/>`);
  return html`<section class="card way"><h2>${integer(kept)} of ${integer(goal)} good examples</h2>
<svg viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="all" width="1000" height="24"/><rect class="done" width="${done}" height="24"/>${marks}</svg>
<p>${unbroken(`${percent(progress.percent / 100)} of the way. Goal: ${forecastWords(progress)}.`)}</p>
<ul>${milestones}</ul></section>
`;
}

function milestoneWords({ reached, on, expected }: MilestoneReport): string {
  if (reached) return on === null ? '✓ reached' : `✓ reached ${longDate(on)}`;
  return expected === null ? 'out of sight' : `about ${longDate(expected)}`;
}
