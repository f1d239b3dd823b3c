import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archivedNameOf, findArchived, inLoggedOrder, loggedNameOf } from '../../src/inputs/archivedFiles.ts';
import type { InputFile } from '../../src/inputs/files.ts';
import { ScratchFolder } from './scratchFolder.ts';

const LINE = '{"archived":"conversation","id":"a"}\n';
const RATED = '{"archived":"feedback","id":"a","score":5}\n';

const scratch = new ScratchFolder();
let folders = 0;

function dataWith(files: Record<string, string>): string {
  const data = `data-${folders++}`;
  for (const [name, text] of Object.entries(files)) scratch.write(join(data, 'archive', name), text);
  return join(scratch.path, data);
}

const rawNamed = (name: string): InputFile => ({
  ...{ path: name, name, bytes: 0, modified: 0, changed: 0, inode: 0, gzip: false, array: false, newest: false },
});
const namesOf = (files: readonly InputFile[]) => files.map(({ name }) => name).sort();

test.each([
  ['conversations_2026-01-01.jsonl', 'conversations_2026-01-01.jsonl'],
  ['conversations_2026-01-01.jsonl.gz', 'conversations_2026-01-01.jsonl.gz.jsonl'],
  ['conversations.2026-01-01.jsonl', 'conversations.2026-01-01.jsonl.jsonl'],
  ['deep.er/conversations.jsonl', 'deep.er/conversations.jsonl'],
  ['deep/conversations.json', 'deep/conversations.json.jsonl'],
  ['/srv/logs/chat.jsonl', '_root/srv/logs/chat.jsonl'],
])('%s is archived as %s, and found by its own name', (logged, archived) => {
  expect(archivedNameOf(logged)).toBe(archived);
  expect(loggedNameOf({ ...rawNamed(`archive/${archived}`), archive: true })).toBe(logged);
  expect(loggedNameOf(rawNamed(logged))).toBe(logged);
});

test('archived logs stand where the raw ones stood', () => {
  const name = fc.stringMatching(/^\/?([a-b]\/)?[a-b]\.((a|json|jsonl|gz)\.){0,2}(jsonl|gz|json|log)$/);
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 8 }), fc.nat(), (names, gone) => {
      expect(new Set(names.map(archivedNameOf)).size).toBe(names.length);
      const raw = names.map(rawNamed).sort((a, b) => (a.name < b.name ? -1 : 1));
      const isGone = (_: InputFile, place: number): boolean => (gone >> place) % 2 === 1;
      const archived = raw.filter(isGone).map((file) => archivedFile(file));
      const stay = raw.filter((file, place) => !isGone(file, place));
      expect(inLoggedOrder(stay, archived).map(loggedNameOf)).toEqual(raw.map((file) => file.name));
    }),
  );
});

function archivedFile({ name }: InputFile): InputFile {
  return { ...rawNamed(`archive/${archivedNameOf(name)}`), archive: true };
}

test('kinds are told by the first line that is not blank, and drafts and empty files are passed over', () => {
  const data = dataWith({
    'a.jsonl': LINE,
    'deep/b.jsonl': RATED,
    'c.jsonl': `${'\n'.repeat(5000)}${RATED}`,
    'd.jsonl': `${'\n'.repeat(4090)}${LINE}`,
    'e.jsonl': '\n\n',
    'f.jsonl': '',
    '.curate-new/0.jsonl': LINE,
    'notes.txt': 'mine',
  });
  const { conversations, feedback } = findArchived(data, []);
  expect(namesOf(conversations)).toEqual(['archive/a.jsonl', 'archive/d.jsonl']);
  expect(namesOf(feedback)).toEqual(['archive/c.jsonl', 'archive/deep/b.jsonl']);
  expect(conversations.every((file) => file.archive === true && !file.newest && !file.gzip)).toBe(true);
});

test('a raw log hides what is archived of it, whatever its kind', () => {
  const data = dataWith({ 'a.jsonl': LINE, 'b.jsonl.gz.jsonl': RATED });
  const { conversations, feedback } = findArchived(data, [rawNamed('b.jsonl.gz'), rawNamed('b.jsonl')]);
  expect([namesOf(conversations), feedback]).toEqual([['archive/a.jsonl'], []]);
});

test.each(['{"id":"a"}\n', '{"archived":"other"}\n', '{"archived":"conv'])(
  'a file that no prune wrote is told of: %j',
  (text) => {
    const data = dataWith({ 'a.jsonl': text });
    expect(() => findArchived(data, [])).toThrow(/a\.jsonl: the first line is none that `curate prune` writes/);
  },
);
