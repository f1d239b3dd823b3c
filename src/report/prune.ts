import { page, paragraph, section } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { bytes, count, integer } from './numbers.ts';
import type { PrunedFile, PruneReport, StayReason } from './pruneTypes.ts';
import { table } from './table.ts';
import { widthOf, wrap } from './text.ts';

/** Below so many columns there is no room for all numbers. */
const NARROW = 72;

const SENTENCES: Readonly<Record<StayReason, string>> = {
  not_exported: 'not exported since it changed; run `curate export`',
  exported_in_part: 'the last export holds some days alone; run `curate export` without --since and --until',
  other_settings: 'exported under another config; run `curate export`',
  name_used_before: 'another log of this name was pruned before; give this one a name of its own',
  link: 'a link, so that removing it would leave the log; remove the log itself, or name it in `inputs`',
  changed: 'changed while it was read; run `curate export`, and this again',
};

/** `curate prune` for people: what went, what is kept of it, and what had to stay. */
export function renderPrune(report: PruneReport, look: Look): string {
  const { files, before, older_than_days } = report;
  if (files.length === 0)
    return page(wrap(`No log is older than ${count(older_than_days, 'day')} (from before ${before}).`, look.width));
  return page(
    headline(report, look),
    section(report.dry_run ? 'Would be removed' : 'Removed', goneLines(report, look), look),
    ...stayingSections(files, look),
  );
}

function headline({ pruned, stayed, bytes_freed, dry_run, before }: PruneReport, look: Look): string[] {
  const { paint } = look;
  const signs = signsOf(look);
  const verb = dry_run ? 'would be removed' : 'removed';
  const room = bytes_freed < 0 ? `their archive takes ${bytes(-bytes_freed)} more` : `${bytes(bytes_freed)} freed`;
  const gone = `${count(pruned, 'log')} from before ${before} ${verb}, ${room}`;
  if (stayed === 0) return wrap(`${signs.yes} ${gone}`, look.width).map(paint.green);
  return wrap(`${signs.warn} ${gone}; ${integer(stayed)} had to stay`, look.width).map(paint.yellow);
}

function goneLines({ files }: PruneReport, look: Look): string[] {
  const gone = files.filter(({ reason }) => reason === null);
  const isNarrow = look.width < NARROW;
  const numbers = isNarrow ? ['archived', 'freed'] : ['records', 'archived', 'dropped', 'freed'];
  return table(
    [
      { title: 'file', ...nameColumn(gone) },
      { title: 'day' },
      ...numbers.map((title) => ({ title, align: 'right' as const })),
    ],
    gone.map(({ file, day, records, archived, dropped, bytes_freed }) => {
      const counts = isNarrow ? [archived] : [records, archived, dropped];
      return [file, day, ...counts.map(integer), freed(bytes_freed)];
    }),
    look,
  );
}

/** Takes what the other columns leave, and no more than the names need; the day beside it tells those apart that are cut. */
function nameColumn(files: readonly PrunedFile[]) {
  return { fill: true, most: files.reduce((widest, { file }) => Math.max(widest, widthOf(file)), 0) };
}

/** Below nothing where what is kept takes more: it is not compressed, and has more keys than a short message has text. */
function freed(amount: number): string {
  return amount < 0 ? `-${bytes(-amount)}` : bytes(amount);
}

/** One section for each reason. */
function stayingSections(files: readonly PrunedFile[], look: Look): string[][] {
  const reasons = [...new Set(files.flatMap(({ reason }) => (reason === null ? [] : [reason])))];
  return reasons.map((reason) => {
    const staying = files.filter((file) => file.reason === reason);
    const columns = [nameColumn(staying), {}, { align: 'right' as const }];
    const rows = staying.map(({ file, day, bytes: size }) => [file, day, bytes(size)]);
    const lines = [...paragraph(SENTENCES[reason], look), ...table(columns, rows, look)];
    return section(`Stays: ${count(staying.length, 'log')}`, lines, look);
  });
}
