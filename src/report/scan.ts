import { heading, indented, page, paragraph, section } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { count, integer } from './numbers.ts';
import { type Cell, table } from './table.ts';
import { safe, widthOf } from './text.ts';
import type { ScanEntity, ScanReport } from './types.ts';

/** `curate scan` for people: how much of what is where; never the text. */
export function renderScan(report: ScanReport, look: Look): string {
  const { files, lines } = report;
  const title = `Personal data in ${count(files, 'file')}, ${count(lines, 'line')}`;
  return page(
    report.findings === 0 ? heading(title, look) : section(title, entityTable(report.entities, look), look),
    notes(report, look),
    [verdict(report, look)],
  );
}

function entityTable(entities: readonly ScanEntity[], look: Look): string[] {
  return table(
    [
      { title: 'entity' },
      { title: 'findings', align: 'right' },
      { title: 'lines', align: 'right' },
      { title: 'files', align: 'right' },
      { title: 'for example', fill: true },
    ],
    entities.flatMap(({ entity, findings, lines, files, examples: [first = '', ...others] }) => [
      [entity, integer(findings), integer(lines), integer(files), placeIn(first, look)],
      ...others.map((place) => ['', '', '', '', placeIn(place, look)]),
    ]),
    look,
  );
}

/** A place in the room that there is. Where it is longer its end stays, for that has the line. */
function placeIn(place: string, look: Look): Cell {
  const signs = [...safe(place)];
  const mark = signsOf(look).cut;
  return (room) => {
    let from = 0;
    while (widthOf(signs.slice(from).join('')) + (from === 0 ? 0 : widthOf(mark)) > room && from < signs.length) from++;
    return (from === 0 ? '' : mark) + signs.slice(from).join('');
  };
}

function notes({ unreadable, unscanned, passed_over, left_out }: ScanReport, look: Look): string[] {
  const sentences = [
    unreadable === 0 ? '' : `${count(unreadable, 'line')} could not be read as JSON or UTF-8, and went as plain text.`,
    unscanned === 0 ? '' : unscannedSentence(unscanned),
    passed_over.length === 0
      ? ''
      : `${count(passed_over.length, 'file')} passed over as no text: ${some(passed_over)}.`,
    left_out.length === 0 ? '' : `Not told, as the config keeps them (--all tells them): ${left_out.join(', ')}.`,
  ];
  return indented(
    sentences.filter((sentence) => sentence !== '').flatMap((sentence) => paragraph(safe(sentence), look)),
  );
}

/** For a part of the input that nobody has looked at. */
export function unscannedSentence(unscanned: number): string {
  return `${count(unscanned, 'stretch', 'stretches')} could not be scanned: a line over \`inputs.max_line_bytes\`, broken gzip, or an array that does not close.`;
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

function verdict({ findings, unscanned }: ScanReport, look: Look): string {
  const { paint } = look;
  const signs = signsOf(look);
  if (findings > 0) return paint.yellow(`${signs.warn} ${count(findings, 'finding')}`);
  if (unscanned > 0) return paint.yellow(`${signs.warn} Nothing found, but not all was scanned`);
  return paint.green(`${signs.yes} Nothing found`);
}
