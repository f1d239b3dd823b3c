import { shortened, shownText } from './conversation.ts';
import { ranked, sumOf } from './funnel.ts';
import { facts, heading, indented, page, paragraph, section } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { count, decimal, integer } from './numbers.ts';
import { table } from './table.ts';
import { safe, wrap } from './text.ts';
import type { SampledConversation, SampledDrop, SampledMessage, SampleReport } from './types.ts';

/** Ours: lines of one message and messages of one conversation that fit a screen; `--full` and `--json` have them all. */
const MOST_LINES = 20;
const MOST_MESSAGES = 8;

export interface SampleLook {
  /** Nothing is shortened. */
  readonly full: boolean;
}

/** `curate sample` for people: each conversation with what is known of it, or what there is when none fits. */
export function renderSample(report: SampleReport, look: Look, { full }: SampleLook): string {
  if (report.conversations.length === 0)
    return page(nothingLines(report, look), section('What there is', stockLines(report, look), look));
  return page(
    titleLines(report, look),
    ...report.conversations.map((conversation, place) => conversationLines(conversation, place, look, full)),
  );
}

function titleLines({ conversations, of, seed, raw, asked }: SampleReport, look: Look): string[] {
  const what = asked.dropped === null ? 'kept' : 'dropped';
  const title = `${integer(conversations.length)} of ${integer(of)} ${what}${whichWords(asked)}`;
  return heading(raw ? `${title} (raw: not scrubbed)` : title, look, `seed ${seed}`);
}

function whichWords({ dropped, split, language }: SampleReport['asked']): string {
  const words = [
    dropped === null || dropped === '' ? '' : ` by ${safe(dropped)}`,
    split === null ? '' : ` in ${safe(split)}`,
    language === null ? '' : ` in language ${safe(language)}`,
  ];
  return words.join('');
}

function conversationLines(sampled: SampledConversation, place: number, look: Look, full: boolean): string[] {
  const { id, file, line, timestamp, facets, records, rating, cluster_size, split, dropped, messages } = sampled;
  const known = [
    split === null ? '' : safe(split),
    rating === null ? 'not rated' : `${decimal(rating, 2)} stars`,
    cluster_size > 1 ? `one of ${integer(cluster_size)} alike` : '',
    records > 1 ? `${integer(records)} exchanges joined` : '',
    timestamp ?? '',
    ...Object.entries(facets).map(([name, value]) => safe(`${name} ${value}`)),
  ];
  return [
    ...heading(`${place + 1}  ${safe(id)}`, look, `${safe(file)}:${line}`),
    ...indented(facts(known, look).map(look.paint.dim)),
    ...(dropped === null ? [] : indented(dropLines(dropped, look))),
    ...indented(messageLines(messages, look, full)),
  ];
}

function dropLines({ stage, reason, sentence, measured, limit, kept_instead }: SampledDrop, look: Look): string[] {
  const numbers = [
    measured === null ? '' : `measured ${inFull(measured)}`,
    limit === null ? '' : `limit ${inFull(limit)}`,
    kept_instead === null ? '' : `${safe(kept_instead)} is kept`,
  ].filter((part) => part !== '');
  const why = `${signsOf(look).no} ${safe(`${stage}.${reason}`)}: ${safe(sentence)}`;
  return wrap(numbers.length === 0 ? why : `${why} (${numbers.join(', ')})`, look.width - 2).map(look.paint.red);
}

function inFull(value: number): string {
  return Number.isInteger(value) ? integer(value) : decimal(value, 3);
}

function messageLines(messages: readonly SampledMessage[], look: Look, full: boolean): string[] {
  const most = full ? Number.POSITIVE_INFINITY : MOST_MESSAGES;
  const { head, tail, left } = shortened(messages, most);
  const between = left > 0 ? ['', look.paint.dim(`${signsOf(look).cut} ${count(left, 'message')} left out`)] : [];
  return [
    ...head.flatMap((message) => oneMessage(message, look, full)),
    ...between,
    ...tail.flatMap((message) => oneMessage(message, look, full)),
  ];
}

function oneMessage({ role, text }: SampledMessage, look: Look, full: boolean): string[] {
  const lines = shownText(text, look.width - 4);
  const { head, tail, left } = shortened(lines, full ? Number.POSITIVE_INFINITY : MOST_LINES);
  const between = left > 0 ? [look.paint.dim(`${signsOf(look).cut} ${count(left, 'line')} left out`)] : [];
  return ['', look.paint.cyan(safe(role)), ...indented([...head, ...between, ...tail])];
}

function nothingLines({ asked }: SampleReport, look: Look): string[] {
  const what = asked.dropped === null ? 'kept' : 'dropped';
  return paragraph(`No conversation is ${what}${whichWords(asked)}.`, look, 0);
}

function stockLines({ splits, dropped }: SampleReport, look: Look): string[] {
  const kept = ranked(splits).map(([split, number]) => `${integer(number)} in ${safe(split)}`);
  const rows = ranked(dropped).map(([reason, number]) => [integer(number), reason]);
  return [
    ...facts([`${integer(sumOf(splits))} kept`, ...kept], look),
    ...facts([`${integer(sumOf(dropped))} dropped`], look),
    ...indented(table([{ align: 'right' }, { fill: true }], rows, { ...look, width: look.width - 2 })),
  ];
}
