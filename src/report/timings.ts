import { bar } from './bars.ts';
import { facts, paragraph, section } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { count, decimal, integer, percent, shareOf } from './numbers.ts';
import { type Cell, table } from './table.ts';
import { safe } from './text.ts';
import type { StepTiming, TimingsReport } from './types.ts';

const MOST_NAME = 24;
const MOST_BAR = 30;
const RIGHT = { align: 'right' } as const;

/** What `--timings` asked for, as a section; no lines when nobody asked. */
export function timingsSection(timings: TimingsReport | undefined, look: Look): string[] {
  if (timings === undefined) return [];
  const phases = Object.entries(timings.seconds).map(([phase, seconds]) => `${phase} ${decimal(seconds, 2)} s`);
  const body = [...facts(phases, look), ...stepLines(timings, look), ...noteLines(timings, look)];
  return section('Where the time goes', body, look);
}

function stepLines({ steps }: TimingsReport, look: Look): string[] {
  const total = steps.reduce((sum, step) => sum + timeOf(step), 0);
  const rows = steps.map((step): Cell[] => {
    const share = shareOf(timeOf(step), total) ?? 0;
    return [
      safe(step.step),
      integer(step.conversations),
      decimal(step.microseconds, 2),
      (room) => bar(share, room, look),
      percent(share),
    ];
  });
  return table(
    [
      { title: 'step', most: Math.min(MOST_NAME, Math.floor(look.width * 0.3)) },
      { title: 'came', ...RIGHT },
      { title: look.ascii ? 'us each' : 'µs each', ...RIGHT },
      { fill: true, most: MOST_BAR },
      { ...RIGHT, paint: look.paint.dim },
    ],
    rows,
    look,
  );
}

/** What was read in an earlier run was not measured, and looks as if it cost nothing. */
function noteLines({ cached }: TimingsReport, look: Look): string[] {
  if (cached === 0) return [];
  const known = `${count(cached, 'conversation')} came from the cache ${signsOf(look).dot} --no-cache times all`;
  return paragraph(known, look);
}

function timeOf({ conversations, microseconds }: StepTiming): number {
  return conversations * microseconds;
}
