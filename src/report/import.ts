import type { ImportersReport, ImportReport } from './importTypes.ts';
import { indented, labelled, page, paragraph, section } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { bytes, count, integer } from './numbers.ts';
import { table } from './table.ts';
import { safe, widthOf, wrap } from './text.ts';
import type { Counts } from './types.ts';

/** Files that are listed; years of days would push everything else off the screen. */
const MOST_FILES = 14;

/** `curate import` for people: what came in, what did not and why, and where it is. */
export function renderImport(report: ImportReport, look: Look): string {
  const { passed_over, refused, left_out } = report;
  return page(
    headline(report, look),
    section('From', sourceLines(report, look), look),
    section('Files', fileLines(report, look), look),
    section('Passed over', reasonLines(passed_over.by_reason, look), look),
    section(
      'Left out',
      left_out === 0
        ? []
        : paragraph(`${count(left_out, 'entry', 'entries')} of people who opted out or were forgotten`, look),
      look,
    ),
    section('Refused', [...reasonLines(refused.by_reason, look), ...placeLines(report, look)], look),
  );
}

function headline(report: ImportReport, look: Look): string[] {
  const { paint } = look;
  const signs = signsOf(look);
  const { conversations, feedback, known, refused, dry_run, importer } = report;
  const verb = dry_run ? 'would be imported' : 'imported';
  const said = feedback === 0 ? '' : ` and ${integer(feedback)} of feedback`;
  const again = known === 0 ? '' : `; ${integer(known)} of these lines were here before`;
  const text = `${count(conversations, 'conversation')}${said} ${verb} from ${importer}${again}`;
  if (refused.total === 0) return wrap(`${signs.yes} ${text}`, look.width).map(paint.green);
  const bad = `; ${count(refused.total, 'entry', 'entries')} refused`;
  return wrap(`${signs.warn} ${text}${bad}`, look.width).map(paint.yellow);
}

function sourceLines({ sources }: ImportReport, look: Look): string[] {
  const rows = sources.map(({ file, bytes: size, sha256 }) => [safe(file), bytes(size), sha256.slice(0, 8)]);
  return table([{ title: 'file', fill: true }, { title: 'size', align: 'right' }, { title: 'sha256' }], rows, look);
}

function fileLines({ files, dry_run }: ImportReport, look: Look): string[] {
  const shown = files.slice(0, MOST_FILES);
  const written = dry_run ? 'to be written' : 'written';
  const rows = shown.map(({ file, lines, unchanged }) => [
    safe(file),
    integer(lines),
    unchanged ? 'unchanged' : written,
  ]);
  const columns = [{ title: 'file', fill: true }, { title: 'lines', align: 'right' as const }, { title: '' }];
  const more = files.length - shown.length;
  if (files.length === 0) return [];
  return [...table(columns, rows, look), ...(more === 0 ? [] : [look.paint.dim(`and ${integer(more)} more`)])];
}

function reasonLines(reasons: Counts, look: Look): string[] {
  const entries = Object.entries(reasons);
  if (entries.length === 0) return [];
  return table(
    [{ title: 'reason' }, { title: 'entries', align: 'right' }],
    entries.map(([reason, number]) => [reason, integer(number)]),
    look,
  );
}

function placeLines({ refused }: ImportReport, look: Look): string[] {
  const places = refused.places.map(({ file, entry, reason }) => `${safe(file)}, entry ${integer(entry)}: ${reason}`);
  return places.flatMap((place) => paragraph(place, look).map(look.paint.dim));
}

/** `curate import --list` for people. Addresses stand whole, for whoever copies them. */
export function renderImporters({ importers }: ImportersReport, look: Look): string {
  const width = Math.max(...importers.map(({ name }) => widthOf(name)), 0) + 2;
  const lines = importers.flatMap(({ name, summary, sources }) => [
    ...labelled(name, wrap(summary, look.width - width), width),
    ...indented(sources.map(look.paint.dim), width),
  ]);
  return page(lines);
}
