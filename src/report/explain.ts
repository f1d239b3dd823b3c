import { diffLines } from './diff.ts';
import { facts, indented, labelled, page, section } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { count, decimal, integer } from './numbers.ts';
import { padEnd, safe, wrap } from './text.ts';
import type { ExplainReport, ExplainStep } from './types.ts';

/** Lines of one message that are shown; `--json` has them all. */
const MOST_LINES = 40;

const LABEL_WIDTH = 12;

/** What is said of a stage stands below its kind. */
const DETAIL_INDENT = 11;

/** `curate explain` for people: what every stage said of one conversation, why, and what would be written. */
export function renderExplain(report: ExplainReport, look: Look): string {
  return page(
    section(`Conversation ${safe(report.id)}`, factLines(report, look), look),
    outcomeLines(report, look),
    section('Stages', stepLines(report.steps, look), look),
    section(messagesTitle(report), messageLines(report, look), look),
  );
}

function factLines(report: ExplainReport, look: Look): string[] {
  const { cluster } = report;
  const labels = Object.entries(report.facets).map(([name, value]) => safe(`${name} ${value}`));
  const rows: [string, string[]][] = [
    ['from', [safe(report.file), `line ${integer(report.line)}`]],
    ['time', [report.timestamp ?? '']],
    ['user', [report.user ?? '']],
    ['session', [report.session ?? '']],
    ['labels', labels],
    ['feedback', feedbackFacts(report)],
    ['duplicates', cluster === null ? [] : clusterFacts(cluster, report.id)],
    ['used in', report.used_in.map(({ format, as, split }) => safe(`${format} as ${as}, ${split}`))],
  ];
  return rows
    .filter(([, parts]) => parts.some((part) => part !== ''))
    .flatMap(([name, parts]) => labelled(look.paint.dim(name), facts(parts, look, LABEL_WIDTH + 2), LABEL_WIDTH));
}

function feedbackFacts({ feedback, rating }: ExplainReport): string[] {
  if (feedback.entries === 0) return ['none'];
  return [
    rating === null ? 'no rating' : `${decimal(rating, 2)} stars`,
    `${count(feedback.entries, 'entry', 'entries')} of ${count(feedback.users, 'user')}`,
    feedback.comments > 0 ? count(feedback.comments, 'comment') : '',
    feedback.corrections > 0 ? count(feedback.corrections, 'correction') : '',
  ];
}

function clusterFacts({ size, kept_id, similarity }: NonNullable<ExplainReport['cluster']>, id: string): string[] {
  const cluster = `one of ${integer(size)} alike`;
  if (kept_id === id) return [cluster, 'this one is kept'];
  if (kept_id === null) return [cluster, 'none that it resembles is kept'];
  return [cluster, `${safe(kept_id)} is kept`, similarity === null ? '' : `similarity ${decimal(similarity, 2)}`];
}

/** Why it stands in its split. */
const SPLIT_BY = {
  deal: 'as its group was dealt',
  group: 'where an earlier export had its group',
  text: 'where an earlier export had it, or a duplicate of it',
  resembling: 'where an earlier export had what it resembles, which is gone from the logs',
  cluster: 'as the first of its duplicates',
} as const;

function outcomeLines({ outcome, split, split_by, steps }: ExplainReport, look: Look): string[] {
  const { paint } = look;
  const signs = signsOf(look);
  if (outcome === 'kept') {
    const where = split === null ? '' : `, goes to ${safe(split)}`;
    const why = split_by === null ? '' : `, ${SPLIT_BY[split_by]}`;
    return wrap(`${signs.yes} Kept${where}${why}`, look.width).map(paint.green);
  }
  const last = steps.findLast((step) => step.outcome === 'dropped');
  const why = last === undefined ? '' : ` by ${safe(last.stage)}: ${reasonWords(last)}`;
  return wrap(`${signs.no} Dropped${why}`, look.width).map(paint.red);
}

function reasonWords({ reason = '', sentence, measured, limit, shares }: ExplainStep): string {
  const numbers = [
    measured === undefined ? '' : `measured ${inFull(measured)}`,
    limit === undefined ? '' : `limit ${inFull(limit)}`,
    shares === undefined ? '' : safe(`${shares.file}, line ${integer(shares.line)}`),
  ].filter((number) => number !== '');
  const why = sentence === undefined ? safe(reason) : safe(sentence);
  return numbers.length === 0 ? why : `${why} (${numbers.join(', ')})`;
}

function inFull(value: number): string {
  return Number.isInteger(value) ? integer(value) : decimal(value, 3);
}

function stepLines(steps: readonly ExplainStep[], look: Look): string[] {
  const kinds = Math.max(...steps.map((step) => step.kind.length), 0);
  return steps.flatMap((step) => [
    `${outcomeSign(step, look)}  ${padEnd(safe(step.kind), kinds)}  ${safe(step.stage)}`,
    ...indented(stepDetails(step, look), DETAIL_INDENT),
  ]);
}

function outcomeSign({ outcome }: ExplainStep, { paint, ascii }: Look): string {
  const signs = signsOf({ paint, ascii, width: 0 });
  const word = padEnd(outcome, 'changed'.length);
  if (outcome === 'kept') return paint.dim(`${signs.open} ${word}`);
  if (outcome === 'changed') return paint.cyan(`${signs.change} ${word}`);
  return outcome === 'cut' ? paint.yellow(`${signs.change} ${word}`) : paint.red(`${signs.no} ${word}`);
}

function stepDetails(step: ExplainStep, look: Look): string[] {
  const room = look.width - 2 - DETAIL_INDENT;
  const why = step.outcome === 'dropped' || step.outcome === 'cut' ? wrap(reasonWords(step), room) : [];
  const changes = (step.diff ?? []).flatMap(({ message, before, after }) => [
    look.paint.dim(`message ${integer(message)}`),
    ...indented(diffLines(before, after, room - 2, look)),
  ]);
  return [...why, ...changes];
}

function messagesTitle({ outcome, raw }: ExplainReport): string {
  const what = outcome === 'kept' ? 'Messages as they are written' : 'Messages as they came in';
  return raw ? `${what} (raw: not scrubbed)` : what;
}

function messageLines({ messages, outcome }: ExplainReport, look: Look): string[] {
  const kept = outcome === 'kept';
  return messages.flatMap(({ role, before, after }, position) => {
    const text = (after ?? before)
      .split('\n')
      .flatMap((line) => wrap(safe(line.replaceAll('\t', '  ')), look.width - 4));
    const shown = text.slice(0, MOST_LINES);
    const more = text.length - shown.length;
    return [
      ...(position === 0 ? [] : ['']),
      look.paint.cyan(after === null && kept ? `${safe(role)}, cut away` : safe(role)),
      ...indented(after === null && kept ? shown.map(look.paint.dim) : shown),
      ...(more > 0
        ? [look.paint.dim(`  ${signsOf(look).cut} ${count(more, 'more line')}; --json has all of them`)]
        : []),
    ];
  });
}
