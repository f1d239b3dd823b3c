import { basename, dirname } from 'node:path';
import { balanceSection } from './balance.ts';
import { joinLines } from './feedbackJoin.ts';
import { funnelFor, funnelLines } from './funnel.ts';
import { inputLines } from './inputLines.ts';
import { page, paragraph, section } from './layout.ts';
import type { Look } from './look.ts';
import { count, duration, integer } from './numbers.ts';
import { table } from './table.ts';
import { safe } from './text.ts';
import { timingsSection } from './timings.ts';
import type { DroppedReport, ExportReport, ExportsReport } from './types.ts';

/** Of `prompt-completion-messages`, so that no two names look the same. */
const LONGEST_NAME = 26;

/** One table for all formats; what they lost together is told once, what each refused by itself below the names that did. */
export function renderSeveral({ formats, seconds, timings }: ExportsReport, look: Look): string {
  const first = formats[0];
  if (first === undefined) return page(['No format to write.']);
  const common = commonLosses(formats);
  return page(
    section(`Exported ${count(formats.length, 'format')}`, formatLines(formats, look), look),
    ...alike(formats, ({ balance }) => balance).flatMap(({ names, value }) => [balanceSection(value, look, names)]),
    section('Where rows are lost', funnelLines(first.records, funnelFor(first, common), look), look),
    ...alike(formats, ({ dropped }) => without(dropped, common)).map(({ names, value }) =>
      section(
        `More lost as ${names}`,
        Object.entries(value).map(([reason, number]) => `-${integer(number)}  ${safe(reason)}`),
        look,
      ),
    ),
    section('Lines read', inputLines(first, {}, look), look),
    section('Feedback', joinLines(first.feedback, look), look),
    timingsSection(timings, look),
    [look.paint.dim(duration(seconds))],
  );
}

/** Formats of which the same is to be told, in order, their names joined. */
function alike<Value>(
  formats: readonly ExportReport[],
  toldOf: (report: ExportReport) => Value,
): { readonly names: string; readonly value: Value }[] {
  const groups = new Map<string, { names: string; readonly value: Value }>();
  for (const report of formats) {
    const value = toldOf(report);
    const key = JSON.stringify(value) ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { names: safe(report.format), value });
    else group.names += `, ${safe(report.format)}`;
  }
  return [...groups.values()];
}

/** The folder that holds one of its own name for each format, as is usual; nothing where they are elsewhere. */
function commonFolder(formats: readonly ExportReport[]): string | undefined {
  const folders = new Set(formats.map(({ format, out }) => (basename(out) === format ? dirname(out) : undefined)));
  return folders.size === 1 ? [...folders][0] : undefined;
}

function formatLines(formats: readonly ExportReport[], look: Look): string[] {
  const folder = commonFolder(formats);
  const lines = formatTable(formats, folder === undefined, look);
  return folder === undefined ? lines : [...lines, '', ...paragraph(`each in its folder in ${safe(folder)}`, look)];
}

function formatTable(formats: readonly ExportReport[], places: boolean, look: Look): string[] {
  const numeric = (title: string) => ({ title, align: 'right' }) as const;
  return table(
    [
      { title: 'format', most: LONGEST_NAME, fill: !places },
      numeric('examples'),
      numeric('train'),
      numeric('val'),
      numeric('test'),
      ...(places ? [{ title: 'written to', fill: true }] : []),
    ],
    formats.map(({ format, examples, kept, splits, out }) => [
      format,
      ...[examples ?? kept, splits.train, splits.val, splits.test].map(integer),
      ...(places ? [out === '-' ? 'standard output' : out] : []),
    ]),
    look,
  );
}

/** The reasons that every format lost equally many rows for. */
function commonLosses(formats: readonly ExportReport[]): DroppedReport {
  const [first, ...others] = formats.map((report) => report.dropped.by_reason);
  const shared = Object.entries(first ?? {}).filter(([reason, number]) =>
    others.every((losses) => losses[reason] === number),
  );
  return { total: shared.reduce((sum, [, number]) => sum + number, 0), by_reason: Object.fromEntries(shared) };
}

function without(dropped: DroppedReport, common: DroppedReport): Record<string, number> {
  const own = Object.entries(dropped.by_reason).filter(([reason]) => common.by_reason[reason] === undefined);
  return Object.fromEntries(own.filter(([, number]) => number > 0));
}
