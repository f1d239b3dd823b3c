import { CLAIMS, CONSUMERS, type ConsumerName } from './claims.ts';
import { consumerNames } from './jobs.ts';
import type { Limit } from './limits.ts';
import type { Findings } from './verdicts.ts';
import type { World } from './worlds/world.ts';

const BEGIN = '<!-- what consumers read: begin (npm run test:consumers) -->';
const END = '<!-- what consumers read: end -->';

/** The result as Markdown: a row a format, a column a consumer, then notes, worlds and versions. The same findings give the same text. */
export function resultTable(findings: Findings, formats: readonly string[], worlds: readonly World[]): string {
  const consumers = consumerNames();
  const notes = notesOf(findings);
  const head = ['format', ...consumers.map((name) => CONSUMERS[name].name)];
  const rows = formats.map((format) => [
    `\`${format}\``,
    ...consumers.map((consumer) => cell(findings, format, consumer, notes)),
  ]);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}

✓ all rows arrived, as many as are named, text for text; ✗ some did not; – the consumer does not claim the format. A small
number names a limit of the consumer: the rows that it costs are not counted.${notRunText(findings)}

${notes.map(({ reason }, at) => `${mark(at)} ${reason}`).join('\n\n')}

What was exported:

${worlds.map(({ name, about }) => `- ${name}: ${about}`).join('\n')}

Versions: ${versionText(findings)}.`;
}

/** Puts the table between its marks in a page. */
export function withTable(page: string, table: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The page has no place for the table, between ${BEGIN} and ${END}.`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${page.slice(end)}`;
}

function notesOf({ verdicts }: Findings): Limit[] {
  return [...new Set(verdicts.flatMap(({ limits }) => limits))];
}

function cell(findings: Findings, format: string, consumer: ConsumerName, notes: readonly Limit[]): string {
  if (!CLAIMS[format]?.includes(consumer)) return '–';
  if (findings.notRun.has(consumer)) return 'not run';
  const verdict = findings.verdicts.find((one) => one.consumer === consumer && one.format === format);
  if (verdict === undefined) return '–';
  const marks = verdict.limits.map((limit) => mark(notes.indexOf(limit))).join(' ');
  return `${verdict.failed.length === 0 ? '✓' : '✗'} ${verdict.rows.toLocaleString('en')}${marks && ` ${marks}`}`;
}

/** Footnotes: ¹ ² ³. */
function mark(at: number): string {
  return [...String(at + 1)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}

function notRunText({ notRun }: Findings): string {
  if (notRun.size === 0) return '';
  return `\n\nNot run: ${[...notRun].map(([name, reason]) => `${CONSUMERS[name].name} (${reason})`).join('; ')}.`;
}

function versionText({ versions }: Findings): string {
  return Object.entries(versions)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}
