import { facts, page, paragraph, section } from './layout.ts';
import type { Look } from './look.ts';
import { count, duration, integer } from './numbers.ts';
import { table } from './table.ts';
import { safe } from './text.ts';
import type { ForgetReport } from './types.ts';

/** The columns beside the name of a file, and the least of it that is shown. */
const OTHER_COLUMNS = 40;
const LEAST_FILE = 4;

/** `curate forget` for people: what went, from where, and what is left to do. */
export function renderForget(report: ForgetReport, look: Look): string {
  const { files, dry_run, kind, pseudonym, receipt } = report;
  const title = `${kind} ${pseudonym}`;
  if (files.length === 0 && receipt === null && !dry_run)
    return page(
      section(title, paragraph('Nothing is left to do: no file holds anything, and the list says it.', look), look),
    );
  const right = { align: 'right' } as const;
  const removed = dry_run ? 'would go' : 'removed';
  const rows = files.map((file) => [safe(file.file), integer(file.removed), integer(file.of), safe(file.place)]);
  const drawn = table(
    [
      { title: 'file', most: Math.max(look.width - OTHER_COLUMNS, LEAST_FILE) },
      { title: removed, ...right },
      { title: 'of', ...right },
      { title: 'place' },
    ],
    rows,
    look,
  );
  const none = files.length === 0 ? paragraph('No file holds anything of it.', look) : [];
  return page(
    section(title, [...drawn, ...none], look, dry_run ? 'dry run: nothing was changed' : ''),
    sums(report, look),
  );
}

function sums(
  { lines, rows, entries, files, left, receipt, resumed, seconds, dry_run }: ForgetReport,
  look: Look,
): string[] {
  const list = dry_run ? 'to be added to the list of who is kept out' : 'added to the list of who is kept out';
  return [
    ...facts(
      [
        `${count(lines, 'line')} of logs`,
        `${count(rows, 'row')} of data sets`,
        count(files.length, 'file'),
        entries > 0 ? `${count(entries, 'entry', 'entries')} ${list}` : '',
      ],
      look,
      0,
    ),
    ...left.flatMap(({ file, why }) => paragraph(`${safe(file)}: ${why}`, look, 0).map(look.paint.yellow)),
    ...(resumed ? paragraph('an earlier run was interrupted; this is what both did', look, 0) : []),
    ...(receipt === null ? [] : paragraph(`receipt: ${safe(receipt)}`, look, 0)),
    duration(seconds),
  ];
}
