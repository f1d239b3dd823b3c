import { join } from 'node:path';
import type { JsonObject } from '../../measures/jsonObject.ts';
import { readRows } from '../containers/readRows.ts';
import type { SplitPlan } from './dataSetPlan.ts';
import type { DataSet } from './dataSets.ts';
import type { Person } from './person.ts';

/** Rows of formats that name people tell of conversations whose logs are gone. */
export async function learnFromRows(
  { folder, manifest }: DataSet,
  splits: readonly SplitPlan[],
  person: Person,
): Promise<void> {
  const learn = LEARNERS[manifest.format];
  if (learn === undefined) return;
  for (const { file } of splits) await readRows(join(folder, file), { row: (row) => learn(row, person), problem() {} });
}

const LEARNERS: Readonly<Record<string, (row: JsonObject, person: Person) => void>> = {
  json(row, person) {
    const id = textOf(row.id) ?? '';
    // Version 0.1 called the pseudonyms by the names of ids at first.
    const user = textOf(row.user_hash) ?? textOf(row.user_id);
    const session = textOf(row.session_hash) ?? textOf(row.session_id);
    const hashes = [user, session].filter((hash) => hash !== undefined);
    person.ownsConversation({ id, ids: [id], user, session, hashes });
  },
  csv(row, person) {
    const id = textOf(row.id);
    if (person.subject.kind !== 'session' || id === undefined) return;
    if (person.is(textOf(row.session_id))) person.conversations.add(id);
  },
};

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
