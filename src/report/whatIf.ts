import { bar } from './bars.ts';
import { facts, page, paragraph, section } from './layout.ts';
import type { Look } from './look.ts';
import { count, integer, percent } from './numbers.ts';
import { type Cell, table } from './table.ts';
import { safe } from './text.ts';
import type { BeforeAfter, ThresholdsReport, WhatIfReport } from './types.ts';

const numeric = (title: string) => ({ title, align: 'right' }) as const;
const COLUMNS = [{}, numeric('now'), numeric('then'), numeric('change')];

/** `curate stats --what-if` for people: the same numbers with the config as it is, and as it would be. */
export function renderWhatIf(report: WhatIfReport, look: Look): string {
  const { settings, kept, examples, splits } = report;
  const totals = [
    line('records kept', kept),
    ...(examples === undefined ? [] : [line('examples', examples)]),
    ...Object.entries(splits).map(([name, numbers]) => line(name, numbers)),
  ];
  const dropped = Object.entries(report.dropped)
    .filter(([, { before, after }]) => before !== after)
    .map(([name, numbers]) => line(name, numbers));
  return page(
    section(
      'What if',
      settings.flatMap((setting) => settingLines(setting, look)),
      look,
    ),
    section(
      'Kept',
      [...table(COLUMNS, totals, look), ...changeLines(report, look)],
      look,
      `of ${count(report.records, 'record')}`,
    ),
    section('Dropped otherwise than now', table(COLUMNS, dropped, look), look),
    section('Not known', unsureLines(report.unsure, look), look),
  );
}

function line(name: string, { before, after }: BeforeAfter): Cell[] {
  return [name, integer(before), integer(after), signed(after - before)];
}

function signed(change: number): string {
  if (change === 0) return '0';
  return change > 0 ? `+${integer(change)}` : `-${integer(-change)}`;
}

function changeLines({ added, gone, moved }: WhatIfReport, look: Look): string[] {
  return facts(
    [
      added > 0 ? `${count(added, 'record')} more` : '',
      gone > 0 ? `${count(gone, 'record')} fewer` : '',
      moved > 0 ? `${count(moved, 'record')} in another split` : '',
    ],
    look,
  );
}

function unsureLines(unsure: number, look: Look): string[] {
  if (unsure === 0) return [];
  return paragraph(
    `${count(unsure, 'record')} may fare otherwise, and count as they do now: of these the last survey kept too little, mostly since a longer conversation would be cut elsewhere. A run with the setting in the config says.`,
    look,
  );
}

function settingLines({ key, before, after }: WhatIfReport['settings'][number], look: Look): string[] {
  return paragraph(safe(`${key}: ${shown(before)} ${look.ascii ? '->' : '→'} ${shown(after)}`), look);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `curate stats --thresholds` for people: a bar for each limit, the present one marked. */
export function renderThresholds({ key, current, records, points }: ThresholdsReport, look: Look): string {
  const now = points.find(({ limit }) => limit === current)?.kept ?? 0;
  const rows = points.map(({ limit, kept, unsure }): Cell[] => [
    limit === current ? (look.ascii ? '>' : '▶') : '',
    limit === null ? 'none' : String(limit),
    integer(kept),
    limit === current ? 'now' : signed(kept - now),
    ...(points.some((point) => point.unsure > 0) ? [unsure > 0 ? `±${integer(unsure)}` : ''] : []),
    (room) => bar(records === 0 ? 0 : kept / records, room, look),
  ]);
  const unsure = points.some((point) => point.unsure > 0) ? [numeric('not known')] : [];
  const columns = [
    {},
    numeric('limit'),
    numeric('kept'),
    numeric('change'),
    ...unsure,
    { fill: true, most: 50 } as const,
  ];
  return page(
    section(
      key,
      table(columns, rows, look),
      look,
      `${percent(records === 0 ? null : now / records)} of ${count(records, 'record')} kept`,
    ),
  );
}
