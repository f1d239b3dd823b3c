import { ranked } from './funnel.ts';
import { facts, joinFitting, paragraph } from './layout.ts';
import type { Look } from './look.ts';
import { count, integer } from './numbers.ts';
import { safe } from './text.ts';
import type { Counts, LineCounts } from './types.ts';

/** What became of every line that came in, as a sum that works out, and why lines could not be used. */
export function inputLines(report: LineCounts, quarantine: Counts, look: Look): string[] {
  const { lines, blank, pending, malformed, records } = report;
  if (lines === 0) return [];
  const parts = [
    count(records, 'record'),
    blank > 0 ? `${integer(blank)} blank` : '',
    pending > 0 ? `${integer(pending)} pending` : '',
    malformed > 0 ? `${integer(malformed)} malformed` : '',
  ];
  return [
    ...joinFitting([`${count(lines, 'line')} = ${parts[0]}`, ...parts.slice(1)], ' + ', look.width - 2),
    ...malformedLines(quarantine, look).map(look.paint.yellow),
    ...(pending > 0 ? paragraph('pending: last lines still being written, for the next run', look) : []),
  ];
}

function malformedLines(quarantine: Counts, look: Look): string[] {
  const [first, ...others] = ranked(quarantine).map(([reason, number]) => `${safe(reason)} ${integer(number)}`);
  return first === undefined ? [] : facts([`malformed: ${first}`, ...others], look);
}
