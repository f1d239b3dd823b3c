import { hash } from 'node:crypto';
import type { Example } from '../../formats/format.ts';
import { messagesJson } from '../../formats/messagesJson.ts';
import type { Conversation, Message } from '../../pipeline/conversation.ts';
import { ORIGINS } from '../../pipeline/signals/signal.ts';
import type { PairColumns, WriteTask } from '../tasks.ts';
import type { MadePair } from './pairExamples.ts';

/** Where a text stands. */
interface Source {
  readonly id: string;
  readonly file: string;
  readonly line: number | undefined;
}

/**
 * The line of `provenance/` for an example: where it comes from, and what speaks for it. The same keys in every line.
 * @param more of formats of ratings: what the row says beside the text
 */
export function provenanceLine(
  task: WriteTask,
  item: number,
  example: Example,
  records: readonly Conversation[],
  more: object = {},
): string {
  const sources = sourcesOf(task, item, records);
  const exchanges = task.provenance === 'exchanges' ? sources : undefined;
  return lineOf(task, item, example, example.messages, { ...more, exchanges });
}

/** The same for a pair: `chosen` and `rejected` are the lines of the two answers, the better one perhaps a line of feedback. */
export function pairProvenance(
  task: WriteTask,
  columns: PairColumns,
  item: number,
  { example, records }: MadePair,
): string {
  const exchanges = sourcesOf(task, item, records);
  const { corrections, sources } = columns;
  const origin = ORIGINS[columns.origin[item] ?? 0] ?? '';
  const feedback = sources[corrections.source[item] ?? 0];
  const corrected = origin === 'correction';
  const id = exchanges.at(-1)?.id ?? '';
  const chosen = corrected ? { id, file: feedback?.name ?? '', line: corrections.line[item] } : exchanges.at(-2);
  const { messages, chosen: better, rejected: worse, margin } = example;
  const told = { origin, margin, chosen, rejected: exchanges.at(-1), exchanges };
  return lineOf(task, item, example, [...messages, ...better, ...worse], told);
}

function lineOf(task: WriteTask, item: number, example: Example, text: readonly Message[], more: object): string {
  const { items, sources, records } = task;
  const first = items.firstRecord[item] ?? 0;
  const line = JSON.stringify({
    id: example.id,
    file: sources[records.source[first] ?? 0]?.name ?? '',
    line: records.line[first],
    rating: example.rating ?? 0,
    language: task.languages[items.language[item] ?? 0] ?? '',
    hash: hash('sha256', messagesJson(text)),
    cluster_size: items.clusterSize[item],
    ...more,
  });
  return `${line}\n`;
}

function sourcesOf(
  { items, sources, records: places }: WriteTask,
  item: number,
  records: readonly Conversation[],
): Source[] {
  const first = items.firstRecord[item] ?? 0;
  return records.map(({ id }, place) => ({
    id,
    file: sources[places.source[first + place] ?? 0]?.name ?? '',
    line: places.line[first + place],
  }));
}
