import type { Example } from '../formats/format.ts';
import type { Conversation, Message } from '../pipeline/conversation.ts';
import { type LeavingId, leavingId } from './leavingId.ts';
import type { WriteResult, WriteTask } from './tasks.ts';
import { KeptSource } from './write/keptSource.ts';
import { provenanceLine } from './write/provenance.ts';
import { RowOutput } from './write/rowOutput.ts';

/** Reads kept records again, cleans and scrubs them as the survey did, and gives the rows of every format. */
export function writeItems(task: WriteTask): WriteResult {
  const { items } = task;
  const source = new KeptSource(task);
  const pseudonym = leavingId(task.ids);
  const outputs = task.formats.map((format, place) => new RowOutput(task, format, place));
  for (let item = 0; item < items.split.length; item++) {
    const first = items.firstRecord[item] ?? 0;
    const records = source.conversations(first, items.firstRecord[item + 1] ?? first);
    const example = exampleOf(records, item, task, pseudonym);
    const provenance = task.provenance === 'none' ? '' : provenanceLine(task, item, example, first, records);
    for (const output of outputs) output.add(item, example, provenance);
  }
  return outputs.map((output) => output.finish());
}

function exampleOf(records: readonly Conversation[], item: number, task: WriteTask, pseudonym: LeavingId): Example {
  const [first] = records;
  if (first === undefined) throw new RangeError('an example has at least one record');
  const { id, timestamp, user, session, userHashed, sessionHashed, groups, facets, tools } = first;
  const archived = groups !== undefined;
  const language = task.languages[task.items.language[item] ?? 0];
  const rating = task.items.rating[item] ?? Number.NaN;
  return {
    id,
    timestamp,
    // Most formats show neither, and hashing the two takes as long as parsing half the record.
    get user() {
      return user === undefined ? undefined : pseudonym(user, userHashed, archived);
    },
    get session() {
      return session === undefined ? undefined : pseudonym(session, sessionHashed, archived);
    },
    messages: records.length === 1 ? first.messages : joined(records),
    tools,
    facets: { ...facets, language: language === '' ? undefined : language },
    rating: Number.isNaN(rating) ? undefined : rating,
  };
}

/** The messages of a session; of system messages only those of its first record. */
function joined(records: readonly Conversation[]): Message[] {
  return records.flatMap(({ messages }, place) =>
    place === 0 ? messages : messages.filter(({ role }) => role !== 'system'),
  );
}
