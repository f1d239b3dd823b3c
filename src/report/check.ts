import { facts, labelled, page, section } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { bytes, count } from './numbers.ts';
import { table } from './table.ts';
import { safe, wrap } from './text.ts';
import type { CheckReport, ProblemLevel } from './types.ts';

const MOST_FILES = 10;

/** Problems stand beside their level. */
const MARK_WIDTH = 11;

const ORDER: readonly ProblemLevel[] = ['error', 'warning', 'note'];

/** `curate check` for people: what is wrong and how to mend it, which files are read, and what a run would do. */
export function renderCheck(report: CheckReport, look: Look): string {
  return page(
    section(safe(report.config), problemLines(report, look), look),
    ...inputSections(report, look),
    section('Plan', planLines(report, look), look),
    [verdictLine(report, look)],
  );
}

function problemLines({ problems }: CheckReport, look: Look): string[] {
  if (problems.length === 0) return ['no problems'];
  const sorted = problems.toSorted((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
  return sorted.flatMap(({ level, message }) => {
    const lines = message.split('\n').flatMap((line) => wrap(safe(line), look.width - 2 - MARK_WIDTH));
    return labelled(levelMark(level, look), lines, MARK_WIDTH);
  });
}

function levelMark(level: ProblemLevel, look: Look): string {
  const signs = signsOf(look);
  if (level === 'error') return look.paint.red(`${signs.no} error`);
  return level === 'warning' ? look.paint.yellow(`${signs.warn} warning`) : look.paint.dim(`${signs.open} note`);
}

/** One section a kind of file, the last files of each: they are the newest by name. */
function inputSections({ inputs }: CheckReport, look: Look): string[][] {
  const kinds = [...new Set(inputs.map((input) => input.kind))];
  if (kinds.length === 0) return [section('Inputs', ['no files found'], look)];
  return kinds.map((kind) => {
    const files = inputs.filter((input) => input.kind === kind);
    const total = files.reduce((sum, file) => sum + file.bytes, 0);
    const hidden = files.length - MOST_FILES;
    const lines = table(
      [{ most: look.width - 14 }, { align: 'right' }],
      files.slice(-MOST_FILES).map((file) => [file.file, bytes(file.bytes)]),
      look,
    );
    const more = hidden > 0 ? [look.paint.dim(`${signsOf(look).cut} and ${count(hidden, 'file')} before`)] : [];
    const title = kind.slice(0, 1).toUpperCase() + kind.slice(1);
    return section(safe(title), [...more, ...lines], look, `${count(files.length, 'file')}, ${bytes(total)}`);
  });
}

function planLines({ plan }: CheckReport, look: Look): string[] {
  const kinds = [...new Set(plan.stages.map((stage) => stage.kind))];
  const stagesOf = (kind: string) =>
    plan.stages.filter((stage) => stage.kind === kind).map((stage) => safe(stage.name));
  const settings = Object.entries(plan.settings).map(([name, value]) => `${name} ${value === null ? 'none' : value}`);
  const rows: [string, string[]][] = [
    ...kinds.map((kind): [string, string[]] => [kind, stagesOf(kind)]),
    ['formats', plan.formats.map(safe)],
    ['out', [safe(plan.out)]],
    ['settings', settings.map(safe)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows
    .filter(([, parts]) => parts.length > 0)
    .flatMap(([name, parts]) => labelled(look.paint.dim(name), facts(parts, look, width + 2), width));
}

function verdictLine({ problems }: CheckReport, look: Look): string {
  const { paint } = look;
  const signs = signsOf(look);
  const number = (level: ProblemLevel) => problems.filter((problem) => problem.level === level).length;
  const errors = number('error');
  const warnings = number('warning');
  if (errors > 0) return paint.red(`${signs.no} ${count(errors, 'error')}, ${count(warnings, 'warning')}`);
  if (warnings > 0) return paint.yellow(`${signs.warn} Ready, with ${count(warnings, 'warning')}`);
  return paint.green(`${signs.yes} Ready`);
}
