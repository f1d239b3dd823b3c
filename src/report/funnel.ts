import { bar } from './bars.ts';
import { facts } from './layout.ts';
import type { Look } from './look.ts';
import { count, integer, percent, shareOf } from './numbers.ts';
import { type Cell, table } from './table.ts';
import { safe } from './text.ts';
import type { Counts, DroppedReport, ExportReport, FunnelStep } from './types.ts';

const MOST_LABEL = 30;
const MOST_BAR = 40;

/** Where rows were lost, stage by stage: how many, for which reasons, and a bar of what is left of `records`. */
export function funnelLines(records: number, funnel: readonly FunnelStep[], look: Look): string[] {
  if (records === 0) return [];
  const lossy = funnel.filter((step) => step.dropped > 0);
  const last = lossy.at(-1);
  const kept = last === undefined ? records : last.in - last.dropped;
  const right = { align: 'right' } as const;
  const drawn = table(
    [
      { title: 'stage', most: Math.min(MOST_LABEL, Math.floor(look.width * 0.4)) },
      { title: 'lost', ...right },
      { title: 'left', ...right },
      { fill: true, most: MOST_BAR },
      { ...right, paint: look.paint.dim },
    ],
    [
      ['records', '', ...leftCells(records, records, look)],
      ...lossy.flatMap((step) => stepRows(step, records, look)),
      ['kept', '', ...leftCells(kept, records, look)],
    ],
    look,
  );
  return [...drawn, ...losslessLines(funnel, look)];
}

/** The funnel that `dropped` alone can tell, where none was counted: its stages in the order they are named. */
export function funnelOf(records: number, dropped: DroppedReport): FunnelStep[] {
  const stages = new Map<string, Record<string, number>>();
  for (const [key, number] of Object.entries(dropped.by_reason)) {
    const [stage = key] = key.split('.', 1);
    stages.set(stage, { ...stages.get(stage), [key.slice(stage.length + 1)]: number });
  }
  let remaining = records;
  return [...stages].map(([stage, reasons]) => {
    const step = { stage, in: remaining, dropped: sumOf(reasons), reasons };
    remaining -= step.dropped;
    return step;
  });
}

export function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, number) => sum + number, 0);
}

/** Names with their counts, the largest first, equals by name; what did not occur is left out. */
export function ranked(counts: Counts): [string, number][] {
  return Object.entries(counts)
    .filter(([, number]) => number > 0)
    .sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1));
}

function stepRows(step: FunnelStep, records: number, look: Look): Cell[][] {
  const paint = look.paint.dim;
  return [
    [step.stage, `-${integer(step.dropped)}`, ...leftCells(step.in - step.dropped, records, look)],
    ...ranked(step.reasons).map(([reason, number]): Cell[] => [
      { text: `  ${reason}`, paint },
      { text: `-${integer(number)}`, paint },
    ]),
  ];
}

function leftCells(remaining: number, records: number, look: Look): Cell[] {
  const share = shareOf(remaining, records) ?? 0;
  return [integer(remaining), (room) => bar(share, room, look), percent(share)];
}

/** The stages that took nothing: by name where that is one line, else how many. */
function losslessLines(funnel: readonly FunnelStep[], look: Look): string[] {
  const [first, ...others] = funnel.filter((step) => step.dropped === 0).map((step) => step.stage);
  if (first === undefined) return [];
  const named = facts([`nothing lost at ${safe(first)}`, ...others.map(safe)], look);
  const short = named.length === 1 ? named : [`nothing lost at ${count(others.length + 1, 'other stage')}`];
  return ['', ...short.map(look.paint.dim)];
}

/** The counted funnel where there is one for exactly these losses, else the one their reasons tell. */
export function funnelFor(report: ExportReport, losses = report.dropped): readonly FunnelStep[] {
  const counted = report.funnel ?? [];
  const total = counted.reduce((sum, step) => sum + step.dropped, 0);
  return counted.length > 0 && total === losses.total ? counted : funnelOf(report.records, losses);
}
