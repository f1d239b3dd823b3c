import type { Example } from '../../formats/format.ts';
import type { Conversation, Message } from '../../pipeline/conversation.ts';
import type { LeavingId } from '../leavingId.ts';
import type { WriteTask } from '../tasks.ts';

/** The records of an item as one example; its ids are pseudonyms. */
export function exampleOf(
  records: readonly Conversation[],
  item: number,
  task: WriteTask,
  pseudonym: LeavingId,
): Example {
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
