import { hash } from 'node:crypto';
import type { Example } from '../../formats/format.ts';
import { messagesJson } from '../../formats/messagesJson.ts';
import type { Conversation } from '../../pipeline/conversation.ts';
import type { WriteTask } from '../tasks.ts';

/**
 * The line of `provenance/` for an example: where it comes from, and what speaks for it. The same keys in every line.
 * @param first the place in the task of the first of its `records`
 */
export function provenanceLine(
  task: WriteTask,
  item: number,
  example: Example,
  first: number,
  records: readonly Conversation[],
): string {
  const { items, sources, records: places } = task;
  const fileOf = (record: number): string => sources[places.source[record] ?? 0]?.name ?? '';
  const line = JSON.stringify({
    id: example.id,
    file: fileOf(first),
    line: places.line[first],
    rating: example.rating ?? 0,
    language: task.languages[items.language[item] ?? 0] ?? '',
    hash: hash('sha256', messagesJson(example.messages)),
    cluster_size: items.clusterSize[item],
    exchanges:
      task.provenance === 'exchanges'
        ? records.map(({ id }, place) => ({ id, file: fileOf(first + place), line: places.line[first + place] }))
        : undefined,
  });
  return `${line}\n`;
}
