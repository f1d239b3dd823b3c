import { join } from 'node:path';
import type { Format } from '../../formats/format.ts';
import type { SplitPlan } from './dataSetPlan.ts';
import type { DataSet } from './dataSets.ts';
import type { Person } from './person.ts';
import { bytesOf } from './readBytes.ts';
import { rowSplitter } from './rowSplitter.ts';

/** Rows of formats that name people tell of conversations whose logs are gone. */
export async function learnFromRows(
  { folder, manifest }: DataSet,
  splits: readonly SplitPlan[],
  person: Person,
): Promise<void> {
  const learn = LEARNERS[manifest.format];
  if (learn === undefined) return;
  const { formatNamed } = await import('../../formats/index.ts');
  const format = formatNamed(manifest.format);
  for (const { file } of splits) {
    const splitter = rowSplitter(format.extension, (row) => learn(row, person));
    for await (const chunk of bytesOf(join(folder, file))) splitter.push(chunk);
    splitter.end();
  }
}

const LEARNERS: Readonly<Record<Format['name'], (row: Buffer, person: Person) => void>> = {
  json(row, person) {
    const {
      id,
      user_id: user,
      session_id: session,
    }: { id: string; user_id: string; session_id: string } = JSON.parse(row.toString('utf8'));
    const orNone = (text: string): string | undefined => (text === '' ? undefined : text);
    person.ownsConversation({ id, ids: [id], user: orNone(user), session: orNone(session), hashes: [user, session] });
  },
  csv(row, person) {
    if (person.subject.kind !== 'session') return;
    const text = row.toString('utf8');
    const session = /,([0-9a-f]{16})$/.exec(text)?.[1];
    const [, quoted, bare] = /^(?:"((?:[^"]|"")*)"|([^",]*)),/.exec(text) ?? [];
    const id = quoted?.replaceAll('""', '"') ?? bare;
    if (id !== undefined && person.is(session)) person.conversations.add(id);
  },
};
