import { balanceSection } from './balance.ts';
import { bar } from './bars.ts';
import { renderSeveral } from './exportSeveral.ts';
import { joinLines } from './feedbackJoin.ts';
import { funnelFor, funnelLines } from './funnel.ts';
import { inputLines } from './inputLines.ts';
import { indented, labelled, page, paragraph, section } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { count, duration, integer, percent, shareOf } from './numbers.ts';
import { table } from './table.ts';
import { safe } from './text.ts';
import { timingsSection } from './timings.ts';
import type { ExportReport, ExportsReport } from './types.ts';

const MOST_BAR = 40;

/** `curate export` for people: what was written where, how it is split, and what became of every line. */
export function renderExport(report: ExportReport | ExportsReport, look: Look): string {
  return 'formats' in report ? renderSeveral(report, look) : renderOne(report, look);
}

function renderOne(report: ExportReport, look: Look): string {
  return page(
    headline(report, look),
    section('Splits', [...splitLines(report, look), ...leakLines(report, look)], look),
    section(`For ${safe(report.target ?? '')}`, problemLines(report, look), look),
    balanceSection(report.balance, look),
    section('Where rows are lost', funnelLines(report.records, funnelFor(report), look), look),
    section('Lines read', inputLines(report, {}, look), look),
    section('Feedback', joinLines(report.feedback, look), look),
    timingsSection(report.timings, look),
    [look.paint.dim(duration(report.seconds))],
  );
}

function headline(report: ExportReport, look: Look): string[] {
  const { kept, examples, records, format, splits, balance, target } = report;
  const written = splits.train + splits.val + splits.test; // with --split fewer than are kept
  if (kept === 0) {
    const lost = balance === undefined ? 'every record was dropped' : 'no answer has a rating that it could use';
    const why = records === 0 ? 'no line is a conversation' : lost;
    return [look.paint.yellow(look.paint.bold(`${signsOf(look).warn} Nothing to write: ${why}`))];
  }
  const forWhom = target === undefined ? '' : ` for ${safe(target)}`;
  const title = `${look.paint.green(signsOf(look).yes)} ${look.paint.bold(`${count(written, 'example')} as ${safe(format)}${forWhom}`)}`;
  const joined = examples === undefined || balance !== undefined ? '' : `, joined to ${count(examples, 'example')}`;
  const verb = balance === undefined ? 'kept' : 'used';
  const share = `${integer(kept)} of ${count(records, 'record')} ${verb}, ${percent(shareOf(kept, records))}${joined}`;
  return [title, ...indented([...paragraph(placeWords(report.out), look), ...paragraph(share, look)])];
}

/** What the trainer would say of the files. */
function problemLines({ problems = [] }: ExportReport, look: Look): string[] {
  return problems.flatMap(({ level, text }) => {
    const paint = level === 'error' ? look.paint.red : look.paint.yellow;
    return labelled(paint(signsOf(look).warn), paragraph(safe(text), look), 2);
  });
}

function placeWords(out: string): string {
  return out === '-' ? 'written to standard output' : `written to ${safe(out)}`;
}

/** What rows of different splits have in common. */
export function leakLines({ leaks }: ExportReport, look: Look): string[] {
  if (leaks === undefined) return [];
  const { compared, exact, near, ngram, ngram_words, same_question } = leaks;
  const heldOut = (compared.val ?? 0) + (compared.test ?? 0);
  const shared = `of ${integer(heldOut)} in val and test ${integer(ngram)} share ${ngram_words} words, ${integer(same_question)} the question`;
  return paragraph(`leaks: exact ${integer(exact)}, near ${integer(near)}; ${shared}`, look).map(
    exact + near > 0 ? look.paint.yellow : look.paint.dim,
  );
}

function splitLines({ splits }: ExportReport, look: Look): string[] {
  const rows = (['train', 'val', 'test'] as const).map((split) => ({ split, number: splits[split] }));
  const total = rows.reduce((sum, { number }) => sum + number, 0);
  if (total === 0) return [];
  const right = { align: 'right' } as const;
  return table(
    [{}, right, { fill: true, most: MOST_BAR }, { ...right, paint: look.paint.dim }],
    rows.map(({ split, number }) => {
      const share = number / total;
      return [split, integer(number), (room: number) => bar(share, room, look), percent(share)];
    }),
    look,
  );
}
